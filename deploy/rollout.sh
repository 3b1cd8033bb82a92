#!/usr/bin/env bash
# Brings the built version into service without a gap: `docker-compose build && deploy/rollout.sh`.
# New web containers are started beside the old ones, which go when the new ones are healthy.
set -euo pipefail
cd "$(dirname "$0")/.."
compose=${COMPOSE:-$(docker compose version > /dev/null 2>&1 && echo "docker compose" || echo docker-compose)}

healthy() {
    for _ in $(seq 120); do
        [ "$(docker inspect --format '{{.State.Health.Status}}' "$1")" = healthy ] && return
        sleep 2
    done
    echo "The container $1 did not become healthy: the old ones go on serving. See: docker logs $1" >&2
    exit 1
}

mapfile -t old < <($compose ps -q web)
$compose run --rm setup
$compose up --detach --no-deps --no-recreate --scale "web=$((2 * ${#old[@]}))" web
for container in $($compose ps -q web); do
    [[ " ${old[*]} " == *" $container "* ]] || healthy "$container"
done
for container in "${old[@]}"; do
    docker stop --time 40 "$container" > /dev/null
    docker rm "$container" > /dev/null
done
$compose up --detach --no-deps --no-recreate --scale "web=${#old[@]}" web
$compose up --detach --no-deps worker-embed worker-default worker-thumbnails beat
