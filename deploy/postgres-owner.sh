#!/bin/sh
# Run once by the image of PostgreSQL, when the database is made (compose.yaml). The bot logs in as the owner of its
# database, bound by row security; the superuser keeps no password, so that nobody logs in as it over the network.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" --username postgres --dbname postgres <<'END'
create role tsunagi login createrole noinherit password :'password';
create database tsunagi owner tsunagi;
alter role postgres password null;
END
