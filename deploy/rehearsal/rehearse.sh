#!/usr/bin/env bash
# Runs docker-compose.yml through its life on this machine, in a clone of its own, and prints what happened when.
# Base images: bases.sh. `deploy/rehearsal/rehearse.sh > rehearsal.log`
{ # read as a whole before any of it runs
set -euo pipefail
cd "$(dirname "$0")/../.."
source=$PWD
work=${REHEARSAL_WORK:-/tmp/vitrine-rehearsal}
port=${VITRINE_PORT:-8180}
shop=http://localhost:$port
export VITRINE_PORT=$port COMPOSE_PROJECT_NAME=rehearsal COMPOSE=${COMPOSE:-docker-compose}

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
compose() { $COMPOSE "$@" > "$work/compose.log" 2>&1 || { tail -n 20 "$work/compose.log"; exit 1; }; }
manage() { $COMPOSE exec -T web python manage.py "$@"; }
status() { curl --silent --output /dev/null --max-time 20 --write-out '%{http_code}' "$@" || true; }
# Seconds until a page is served again.
served() {
    local begun=$SECONDS
    until [ "$(status "$shop/")" = 200 ]; do
        [ $((SECONDS - begun)) -lt 120 ] || { say "no page after 120 s"; exit 1; }
        sleep 0.5
    done
    echo $((SECONDS - begun))
}
settled() { # SERVICE: seconds until its container is healthy again
    local begun=$SECONDS container
    container=$($COMPOSE ps -q "$1" | head -n 1)
    until [ "$(docker inspect --format '{{.State.Health.Status}}' "$container")" = healthy ]; do
        [ $((SECONDS - begun)) -lt 180 ] || { say "$1 is not healthy after 180 s"; exit 1; }
        sleep 1
    done
    echo $((SECONDS - begun))
}
cards() { grep -o 'class="card"' | wc -l; }
products() { manage shell --no-imports -c 'from catalog.models import Product; print(Product.objects.count())'; }

[ ! -d "$work/shop" ] || (cd "$work/shop" && $COMPOSE down --volumes --remove-orphans > /dev/null 2>&1) || true
rm -rf "$work/shop"
git clone --quiet "$source" "$work/shop"
cd "$work/shop"
cat > .env << SETTINGS
VITRINE_URL=$shop
ALLOWED_HOSTS=localhost,127.0.0.1
VITRINE_HTTPS=0
VITRINE_DEMO=${PRODUCTS:-24}
EMAIL_URL=smtp://mails:1025
VITRINE_PROXIES=1
WEB_PROCESSES=1
SETTINGS
deploy/secrets.sh
export COMPOSE_PROFILES=mails

say "commit $(git rev-parse --short HEAD), $(docker --version), $($COMPOSE --version)"
begun=$SECONDS
compose build setup
say "built in $((SECONDS - begun)) s: $(docker images --format '{{.Size}}' vitrine:latest); in it: $(
    docker run --rm vitrine:latest sh -c 'id -un; command -v node gcc cc || echo "no node, no compiler"
    python -c "import tensorflow" 2> /dev/null || echo "no TensorFlow"' | paste -sd ' ')"
begun=$SECONDS
compose up --detach
say "up in $((SECONDS - begun)) s, first page after $(served) s more"

page=$(curl --silent --fail "$shop/")
say "the start page has $(cards <<< "$page") tiles; its style sheet: $(
    status "$shop$(grep -o '/static/css/vitrine[^"]*css' <<< "$page" | head -n 1)")"
for _ in $(seq 90); do
    [[ $(manage shell --no-imports -c 'from recommendations.selectors import embedding_coverage as c; print(c().missing)') = 0* ]] && break
    sleep 2
done
say "embedded: $(manage shell --no-imports -c 'from recommendations.selectors import embedding_coverage as c; print(c())')"
photo=$(manage shell --no-imports -c 'from catalog.models import ProductImage as P; print(P.objects.first().file.name)')
curl --silent --fail --output "$work/photo.jpg" "$shop/media/$photo"
say "a picture through nginx: $(stat --format %s "$work/photo.jpg") bytes"

search() {
    local jar=$work/jar token
    token=$(curl --silent --cookie-jar "$jar" "$shop/visual-search/" | grep -o 'csrfmiddlewaretoken" value="[^"]*' | head -n 1 | cut -d'"' -f3)
    curl --silent --cookie "$jar" --form "csrfmiddlewaretoken=$token" --form "photo=@$work/photo.jpg" \
        --output "$work/found.html" --write-out '%{http_code} in %{time_total} s' --header "Referer: $shop/" "$shop/visual-search/"
}
say "photo search through nginx: $(search), $(cards < "$work/found.html") tiles"
say "a photo search again, warm: $(search)"
head -c 28000000 /dev/zero > "$work/large"
say "28 MB: $(status --form "photo=@$work/large" "$shop/visual-search/"); /metrics from outside: $(status "$shop/metrics")"
say "files that photos left on disks: $($COMPOSE exec -T nginx find /var/cache/nginx /var/lib/nginx -type f 2> /dev/null | wc -l)"
say "manage.py doctor:"
manage doctor || true
manage check_orders

for service in web worker-embed worker-default worker-thumbnails beat valkey database nginx; do
    container=$($COMPOSE ps -q "$service" | head -n 1)
    kill -9 "$(docker inspect --format '{{.State.Pid}}' "$container")"
    sleep 1
    during=$(status "$shop/")
    say "$service killed: a page 1 s later $during, served again after $(served) s, healthy after $(settled "$service") s"
done
valkey=$($COMPOSE ps -q valkey)
waiting() { manage shell --no-imports -c 'from operations.broker import queue_lengths; print(queue_lengths()["embed"])'; }
manage shell --no-imports -c '
from catalog.models import ProductImage
from recommendations.tasks import embed_image
for image in [*ProductImage.objects.values_list("pk", flat=True)] * 20:
    embed_image.delay(image)'
docker pause "$valkey" > /dev/null && sleep 15 && docker unpause "$valkey" > /dev/null
first=$(waiting)
second=$(waiting)
[ "$second" = 0 ] || [ "$second" -lt "$first" ] || { say "worker-embed takes no more messages"; exit 1; }
say "Valkey paused for 15 s amid 1100 messages: $first wait then, $second a moment later"
manage check_orders

before=$(products)
say "upgrade under requests, one after the other"
rm -f "$work/upgraded"
(
    failed=0 total=0
    while [ "$total" -lt "${REQUESTS:-2000}" ] || [ ! -e "$work/upgraded" ]; do
        total=$((total + 1))
        [ "$(status "$shop/")" = 200 ] || failed=$((failed + 1))
    done
    echo "$failed of $total" > "$work/failed"
) &
asking=$!
begun=$SECONDS
docker tag vitrine:latest vitrine:next
VITRINE_VERSION=next deploy/rollout.sh > "$work/compose.log" 2>&1 || { tail "$work/compose.log"; exit 1; }
touch "$work/upgraded"
wait "$asking"
say "upgraded in $((SECONDS - begun)) s, $(cat "$work/failed") requests failed"

compose down
compose up --detach
say "down and up again: page after $(served) s, $(products) products, $before before"
manage check_orders
compose down --volumes
say "done"
exit
}
