# Fed to 'odoo shell' when all modules are installed: the users of the tests and their API keys.
# Prints NAME='value' lines and, at the very end, a line that says that it is complete.
import datetime
import inspect
import secrets

groups_field = "group_ids" if "group_ids" in env["res.users"]._fields else "groups_id"
keys_expire = "expiration_date" in inspect.signature(env["res.users.apikeys"]._generate).parameters

INTEGRATION_GROUPS = (
    "base.group_user",
    "sales_team.group_sale_salesman_all_leads",
    "account.group_account_invoice",
    "base.group_partner_manager",
)
ADMINISTRATOR_GROUPS = (
    "sales_team.group_sale_manager",
    "account.group_account_user",
    "account.group_account_manager",
)


def group_ids(names):
    return [env.ref(name).id for name in names]


def create_user(name, login, groups):
    return env["res.users"].with_context(no_reset_password=True).create({
        "name": name,
        "login": login,
        "email": login,
        "password": secrets.token_hex(20),
        groups_field: [(6, 0, group_ids(groups))],
    })


def new_key(user, name, expiration_date=None):
    keys = env["res.users.apikeys"].with_user(user).sudo()
    if keys_expire:
        return keys._generate("rpc", name, expiration_date)
    return keys._generate("rpc", name)


def show(name, value):
    print("%s='%s'" % (name, value))


modules = env["ir.module.module"].search([
    ("name", "in", ("crm", "account", "contacts", "sale_crm", "l10n_fr")),
    ("state", "=", "installed"),
])
assert len(modules) == 5, "installed are only %s" % modules.mapped("name")

administrator = env.ref("base.user_admin")
administrator_password = secrets.token_hex(20)
administrator.write({
    "password": administrator_password,
    groups_field: [(4, group_id) for group_id in group_ids(ADMINISTRATOR_GROUPS)],
})
integration = create_user("Sync", "sync@example.test", INTEGRATION_GROUPS)
person = create_user("Person", "person@example.test", INTEGRATION_GROUPS)
plain = create_user("Plain", "plain@example.test", ("base.group_user",))

show("ODOO_LOGIN", integration.login)
show("ODOO_API_KEY", new_key(integration, "tests"))
show("ODOO_ADMIN_LOGIN", administrator.login)
show("ODOO_ADMIN_API_KEY", new_key(administrator, "tests"))
show("ODOO_ADMIN_PASSWORD", administrator_password)
show("ODOO_PERSON_LOGIN", person.login)
show("ODOO_PERSON_API_KEY", new_key(person, "tests"))
show("ODOO_PLAIN_LOGIN", plain.login)
show("ODOO_PLAIN_API_KEY", new_key(plain, "tests"))
if keys_expire:
    yesterday = datetime.datetime.now() - datetime.timedelta(days=1)
    show("ODOO_EXPIRED_API_KEY", new_key(integration, "expired", yesterday))

env.cr.commit()
print("# complete")
