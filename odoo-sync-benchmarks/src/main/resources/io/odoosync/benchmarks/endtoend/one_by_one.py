"""Writes records with OdooRPC, one call each. A command a line on standard input, an answer a line on standard output."""

import json
import os
import sys
from urllib.parse import urlsplit

import odoorpc
from odoorpc.env import Environment


def connect():
    """Logs in with an API key. OdooRPC's own login() wants a password: a web session takes no API key."""
    url = urlsplit(os.environ["ODOO_URL"])
    database, login, key = (os.environ[name] for name in ("ODOO_DB", "ODOO_LOGIN", "ODOO_API_KEY"))
    protocol = "jsonrpc+ssl" if url.scheme == "https" else "jsonrpc"
    port = url.port or (443 if url.scheme == "https" else 80)
    odoo = odoorpc.ODOO(url.hostname, protocol=protocol, port=port)
    answer = odoo.json("/jsonrpc", {"service": "common", "method": "authenticate", "args": [database, login, key, {}]})
    if not answer["result"]:
        raise SystemExit("Odoo does not know this login and key")
    odoo._env = Environment(odoo, database, answer["result"], context={})
    odoo._login, odoo._password = login, key
    return odoo


def carry_out(model, command):
    context = command["context"]
    if command["method"] == "create":
        return [model.create(values, context=context) for values in command["values"]]
    for index, record in enumerate(command["ids"]):
        arguments = [command["values"][index]] if command["method"] == "write" else []
        getattr(model, command["method"])([record], *arguments, context=context)
    return command["ids"]


def main():
    odoo = connect()
    print(json.dumps({"ids": []}), flush=True)
    for line in sys.stdin:
        command = json.loads(line)
        print(json.dumps({"ids": carry_out(odoo.env[command["model"]], command)}), flush=True)


main()
