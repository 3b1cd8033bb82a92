#!/usr/bin/env bash
# After rehearse.sh: a shop with orders to lose is backed up, everything is dropped, and it is restored.
set -euo pipefail
{ # read as a whole before any of it runs
cd "${REHEARSAL_WORK:-/tmp/vitrine-rehearsal}/shop"
export COMPOSE_PROJECT_NAME=rehearsal VITRINE_PORT=${VITRINE_PORT:-8180} COMPOSE=${COMPOSE:-docker-compose} COMPOSE_PROFILES=mails
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
up() { # until a page is served
    $COMPOSE up --detach nginx mails > /dev/null 2>&1
    until curl --silent --fail --output /dev/null "http://localhost:$VITRINE_PORT/"; do sleep 1; done
}
manage() { $COMPOSE exec -T web python manage.py "$@"; }
count() {
    manage shell --no-imports -c 'from catalog.models import *; from shop.models import *
print(Product.objects.count(), "products,", ProductImage.objects.count(), "pictures,", Order.objects.count(), "orders")'
}
order() { # SKU: through nginx, as a shopper without JavaScript does
    python3 -c 'import sys; from benchmarks.scorecard.shopper import Shopper
shopper = Shopper(int(sys.argv[1]))
answer = shopper.order(shopper.ready(sys.argv[2]) | {"payment_method": "invoice"})
assert answer.is_order, answer' "$VITRINE_PORT" "$1"
}
deploy/secrets.sh
up
for sku in $(manage shell --no-imports -c 'from catalog.models import Variant as V
print(*V.objects.filter(stock__gt=0, product__is_published=True).values_list("sku", flat=True)[:3])'); do order "$sku"; done
say "there are $(count)"
say "backup: $(manage backup)"
$COMPOSE down --volumes > /dev/null 2>&1
sed -i 's/^VITRINE_DEMO=.*/VITRINE_DEMO=/' .env
say "everything dropped: containers, database, pictures, messages"
up
say "a new, empty shop: $(count)"
$COMPOSE stop nginx web > /dev/null 2>&1
say "restore: $($COMPOSE run --rm --no-deps web python manage.py restore --yes \
    "/var/lib/vitrine/$(ls -d backups/2* | tail -n 1)" 2> /dev/null | tr -d '\r' | paste -sd ' ')"
up
say "there are $(count); a picture is served: $(
    manage shell --no-imports -c 'from catalog.models import ProductImage as P; print(all(i.file.storage.exists(i.file.name) for i in P.objects.all()))')"
$COMPOSE down --volumes > /dev/null 2>&1
exit
}
