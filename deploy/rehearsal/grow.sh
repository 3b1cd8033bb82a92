#!/usr/bin/env bash
# After rehearse.sh: the shop grows to two web containers and two of each worker, loses one of each, gets a folder of
# pictures that cannot be written, moves its pictures into the bucket of the profile s3, and catches its mails.
{ # read as a whole before any of it runs
set -euo pipefail
cd "${REHEARSAL_WORK:-/tmp/vitrine-rehearsal}/shop"
work=$PWD/..
export COMPOSE_PROJECT_NAME=rehearsal VITRINE_PORT=${VITRINE_PORT:-8180} COMPOSE=${COMPOSE:-docker-compose} COMPOSE_PROFILES=mails
shop=http://localhost:$VITRINE_PORT
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
compose() { $COMPOSE "$@" > "$work/compose.log" 2>&1 || { tail -n 20 "$work/compose.log"; exit 1; }; }
manage() { $COMPOSE exec -T web python manage.py "$@"; }
ask() { manage shell --no-imports -c "$1"; }
status() { curl --silent --output /dev/null --max-time 20 --write-out '%{http_code}' "$@" || true; }
healthy() { # SERVICE...: waits for each of its containers
    local container
    for container in $($COMPOSE ps -q "$@"); do
        until [ "$(docker inspect --format '{{.State.Health.Status}}' "$container")" = healthy ]; do sleep 1; done
    done
}
requests() { # NUMBER: how many of them failed
    local failed=0
    for _ in $(seq "$1"); do [ "$(status "$shop/")" = 200 ] || failed=$((failed + 1)); done
    echo "$failed of $1"
}
answered() { # what each web container has answered, by its own metrics
    local container
    for container in $($COMPOSE ps -q web); do
        docker exec "$container" python -c 'import re, urllib.request as r
text = r.urlopen("http://127.0.0.1:8000/metrics").read().decode()
print(int(sum(map(float, re.findall(r"^vitrine_requests_total\S* (\S+)$", text, re.M)))))'
    done | paste -sd ' '
}
embedded() { # waits until every picture has a vector; seconds
    local begun=$SECONDS
    until [ "$(ask 'from recommendations.selectors import embedding_coverage as c; print(c().missing)')" = 0 ]; do sleep 2; done
    echo $((SECONDS - begun))
}

deploy/secrets.sh
sed -i "s/^VITRINE_DEMO=.*/VITRINE_DEMO=${PRODUCTS:-24}/" .env
compose up --detach
compose up --detach --no-recreate --scale web=2 --scale worker-embed=2 --scale worker-default=2
healthy web worker-embed worker-default
say "two web containers, two of worker-embed and worker-default; every picture has its vector after $(embedded) s"
manage doctor | grep workers || true
say "200 requests: $(requests 200) failed; by container: $(answered)"
container=$($COMPOSE ps -q web | sed -n 1p)
(sleep 2; kill -9 "$(docker inspect --format '{{.State.Pid}}' "$container")") &
say "one web container killed under 500 requests: $(requests 500) failed"
ask 'from recommendations.models import ImageEmbedding as E; print(E.objects.all().delete()[0], "vectors dropped")'
manage reembed --no-wait > /dev/null
kill -9 "$(docker inspect --format '{{.State.Pid}}' "$($COMPOSE ps -q worker-embed | sed -n 1p)")"
say "one worker-embed killed; every picture has its vector again after $(embedded) s"

say "the doctor, where the volume of pictures is mounted read-only:"
volume=$(docker volume ls --quiet --filter name=_state)
docker run --rm --network rehearsal_inside --read-only --env-file .env --env REDIS_URL=redis://valkey:6379/0 \
    --env DATABASE_URL_FILE=/run/secrets/database_url --env SECRET_KEY_FILE=/run/secrets/secret_key \
    --volume "$PWD/secrets/database_url:/run/secrets/database_url:ro" \
    --volume "$PWD/secrets/secret_key:/run/secrets/secret_key:ro" --volume "$volume:/var/lib/vitrine:ro" vitrine:latest \
    python manage.py doctor | grep -E 'storage|media' || true

export COMPOSE_PROFILES=mails,s3
cat >> .env << 'SETTINGS'
VITRINE_S3_BUCKET=vitrine
VITRINE_S3_ENDPOINT=http://s3:8333
SETTINGS
compose up --detach --scale web=2
healthy web s3
say "into the bucket: $(manage move_media /var/lib/vitrine/media 2>&1 | tail -n 1)"
picture=$(curl --silent "$shop/" | grep -o 'http://s3:8333/[^" ]*' | sed -n '1s/&amp;/\&/gp')
store="--resolve s3:8333:127.0.0.1"
say "a picture of the start page, from the bucket: $(status $store "$picture"), without its signature: $(status $store "${picture%%\?*}")"
say "another bucket's name: $(
    $COMPOSE run --rm --no-deps -e VITRINE_S3_BUCKET=none web python manage.py doctor 2> /dev/null | grep storage)"
unknown() { # what manage.py says with a key that the store does not know
    $COMPOSE run --rm --no-deps -e AWS_ACCESS_KEY_ID=nobody -e AWS_SECRET_ACCESS_KEY=nothing web python manage.py "$@" 2>&1 |
        grep --only-matching '[0-9]* *The bucket .*' || true
}
say "an unknown key: $(unknown doctor)"
say "an unknown key, move_media: $(unknown move_media /var/lib/vitrine/media)"
say "an unknown key, a picture saved at the desk: $(unknown shell --no-imports -c '
from django.contrib.auth import get_user_model
from django.test import Client
from catalog.models import ProductImage
picture = ProductImage.objects.first()
desk = Client(raise_request_exception=False, SERVER_NAME="localhost")
desk.force_login(get_user_model().objects.create_superuser("rehearsal"))
with open(f"/var/lib/vitrine/media/{picture.file.name}", "rb") as file:
    answer = desk.post(f"/admin/catalog/product/{picture.product_id}/pictures/", {"file": file})
print(answer.status_code, answer.content.decode())')"
manage doctor | grep -E 'storage|mail' || true
manage sendtestemail anybody@shop.example
say "mails caught: $(curl --silent http://localhost:8025/api/email | grep -o '"subject":"[^"]*"' | paste -sd ' ')"
compose down --volumes
say "done"
exit
}
