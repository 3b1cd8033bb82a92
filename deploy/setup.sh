#!/bin/sh
# What must be done before a new version serves: migrations, static files, ways to deliver, a demo if asked for.
set -eu
python manage.py check --deploy --fail-level ERROR
python manage.py migrate --no-input
# Beside those of the version before, which its pages still ask for while both serve.
mkdir -p "$VITRINE_VAR/static" "$VITRINE_VAR/media"
cp -r "$VITRINE_STATIC_ROOT/." "$VITRINE_VAR/static/"
python manage.py load_delivery
if [ -n "${VITRINE_S3_BUCKET:-}" ]; then
    python manage.py make_bucket --patience 60
fi
if [ -n "${VITRINE_DEMO:-}" ]; then
    python manage.py load_demo --products "$VITRINE_DEMO"
fi
