# Odoo 19.0: Debian sid's package, unpacked beside the machine's own python3.
# shellcheck shell=bash disable=SC2034,SC2154 # names that are shared between these files

readonly home_19=$home/19

readonly odoo_19_dependencies=(
  python3 fonts-dejavu-core
  python3-asn1crypto python3-babel python3-cbor2 python3-chardet python3-cryptography python3-dateutil
  python3-decorator python3-docutils python3-freezegun python3-geoip2 python3-gevent python3-greenlet python3-idna
  python3-jinja2 python3-libsass python3-lxml python3-magic python3-markupsafe python3-num2words python3-ofxparse
  python3-openpyxl python3-openssl python3-passlib python3-phonenumbers python3-pil python3-polib python3-psutil python3-psycopg2
  python3-pypdf python3-pypdf2 python3-qrcode python3-reportlab python3-requests python3-rjsmin python3-serial
  python3-stdnum python3-tz python3-urllib3 python3-usb python3-vobject python3-werkzeug python3-xlrd
  python3-xlsxwriter python3-xlwt python3-zeep
)

install_odoo_19() {
  install_packages "${odoo_19_dependencies[@]}"
  ! is_stamped odoo-19 || return 0
  step "download Odoo 19 (123 MB)" "$home/install.log" download_packages sid "$home_19/download" odoo-19
  step "unpack Odoo 19 (1.2 GB)" "$home/install.log" unpack_packages "$home_19/download" "$home_19/programs"
  write_stamp odoo-19
}

# The programs belong to root: python keeps what it compiles in a folder of the plain user.
odoo_command_19() {
  odoo_command=(
    "${as_tool_user[@]}" "PYTHONPATH=$home_19/programs/usr/lib/python3/dist-packages"
    "PYTHONPYCACHEPREFIX=$home_19/data/pycache" /usr/bin/python3 "$home_19/programs/usr/bin/odoo"
  )
}

configuration_19() {
  echo "$home_19/odoo.conf"
}

# The same file and folder, as Odoo itself sees them.
configuration_seen_by_19() {
  configuration_19
}

data_folder_19() {
  echo "$home_19/data"
}

data_folder_seen_by_19() {
  data_folder_19
}

readonly evented_port_option_19=gevent-port
readonly modules_19=crm,account,contacts,sale_crm,l10n_fr,l10n_fr_account
