#!/usr/bin/env bash
# After rehearse.sh: a shop with orders to lose is backed up, everything is dropped, and it is restored.
set -euo pipefail
{ # read as a whole before any of it runs
cd "${REHEARSAL_WORK:-/tmp/vitrine-rehearsal}/shop"
export COMPOSE_PROJECT_NAME=rehearsal VITRINE_PORT=${VITRINE_PORT:-8180} COMPOSE=${COMPOSE:-docker-compose} COMPOSE_PROFILES=mails
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
up() { $COMPOSE up --detach web mails > /dev/null 2>&1; until manage check > /dev/null 2>&1; do sleep 1; done; }
manage() { $COMPOSE exec -T web python manage.py "$@"; }
count() {
    manage shell --no-imports -c 'from catalog.models import *; from shop.models import *
print(Product.objects.count(), "products,", ProductImage.objects.count(), "pictures,", Order.objects.count(), "orders")'
}
deploy/secrets.sh
up
say "there are $(count)"
say "backup: $(manage backup)"
$COMPOSE down --volumes > /dev/null 2>&1
sed -i 's/^VITRINE_DEMO=.*/VITRINE_DEMO=/' .env
say "everything dropped: containers, database, pictures, messages"
up
say "a new, empty shop: $(count)"
say "restore: $(manage restore --yes "$(ls -d backups/2* | tail -n 1 | sed s#^#/var/lib/vitrine/#)" | paste -sd ' ')"
say "there are $(count); a picture is served: $(
    manage shell --no-imports -c 'from catalog.models import ProductImage as P; print(all(i.file.storage.exists(i.file.name) for i in P.objects.all()))')"
$COMPOSE down --volumes > /dev/null 2>&1
exit
}
