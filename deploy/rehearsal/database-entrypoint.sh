#!/bin/sh
# What the official image does with the same variables: a new data folder on the first start, then the server.
set -eu
data=/var/lib/postgresql/data
if [ ! -s "$data/PG_VERSION" ]; then
    initdb --pgdata="$data" --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth=scram-sha-256 \
        --encoding=UTF8 --locale=C
    echo "host all all all scram-sha-256" >> "$data/pg_hba.conf"
    # Single-user mode takes one statement a line, and nobody can connect meanwhile.
    echo "CREATE DATABASE $POSTGRES_DB" | postgres --single -D "$data" postgres > /dev/null
fi
shift # the word "postgres"
exec postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=/tmp "$@"
