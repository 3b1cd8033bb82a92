#!/bin/sh
# Makes the secrets and the folder of backups that docker-compose.yml mounts, where they are not there yet.
set -eu
cd "$(dirname "$0")/.."
mkdir -p secrets
chmod 700 secrets
mkdir -p backups
# For the containers' user alone, who writes them: shoppers are in there. Only root can give a folder away.
{ chown 10001 backups 2> /dev/null && chmod 700 backups; } || chmod 777 backups
random() {
    head -c 48 /dev/urandom | base64 | tr -d '/+=\n' | cut -c "1-$1"
}
# The containers' own users read them; the folder keeps out everybody else's.
write() {
    [ -s "secrets/$1" ] || { printf '%s' "$2" > "secrets/$1" && chmod 644 "secrets/$1"; }
}
write secret_key "$(random 60)"
write postgres_password "$(random 32)"
write database_url "postgres://vitrine:$(cat secrets/postgres_password)@database:5432/vitrine"
write metrics_token "$(random 32)"
# For the profile s3: what the store knows, and the same as its clients read it.
write s3_secret "$(random 32)"
write s3_credentials "[default]
aws_access_key_id = vitrine
aws_secret_access_key = $(cat secrets/s3_secret)
"
write s3.json "{\"identities\": [{\"name\": \"vitrine\", \"actions\": [\"Admin\", \"Read\", \"Write\", \"List\"],
  \"credentials\": [{\"accessKey\": \"vitrine\", \"secretKey\": \"$(cat secrets/s3_secret)\"}]}]}"
