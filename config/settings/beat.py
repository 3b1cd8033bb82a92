"""What Celery's beat asks for, and every how many seconds."""

from typing import Any

from .environment import Environment


def beat_schedule(env: Environment) -> dict[str, dict[str, Any]]:
    """Sweeps find what a lost message left undone. Raises ImproperlyConfigured."""
    sweep = env.float("VITRINE_SWEEP_SECONDS", default=60.0)
    return {
        "fill-embedding-gaps": {"task": "recommendations.tasks.sweep_embedding_gaps", "schedule": sweep},
        "fill-thumbnail-gaps": {"task": "catalog.tasks.sweep_thumbnails", "schedule": sweep},
        "forget-old-history": {"task": "catalog.tasks.forget_old_history", "schedule": 24 * 3600.0},
        "take-up-imports": {"task": "catalog.tasks.sweep_imports", "schedule": sweep},
        "send-webhooks": {"task": "catalog.tasks.send_webhooks", "schedule": 10.0},
        "settle-payments": {"task": "shop.tasks.settle_payments", "schedule": sweep},
        "send-mails": {"task": "shop.tasks.send_mails", "schedule": sweep},
        "send-restock-mails": {"task": "shop.tasks.send_restock_mails", "schedule": sweep},
        "heartbeat": {"task": "operations.tasks.heartbeat", "schedule": 60.0},
        "watch-recall": {"task": "operations.tasks.watch_recall", "schedule": 3600.0},
        "forget-restock-notices": {"task": "shop.tasks.forget_restock_notices", "schedule": 24 * 3600.0},
        "forget-stale-carts": {"task": "shop.tasks.forget_stale_carts", "schedule": 24 * 3600.0},
        "forget-payment-events": {"task": "shop.tasks.forget_payment_events", "schedule": 24 * 3600.0},
        "forget-ended-sessions": {"task": "shop.tasks.forget_ended_sessions", "schedule": 24 * 3600.0},
        "forget-expired-photo-queries": {
            "task": "recommendations.tasks.forget_expired_photo_queries",
            "schedule": 600.0,
        },
        "write-interactions": {"task": "recommendations.tasks.write_interactions", "schedule": 10.0},
        "forget-old-interactions": {
            "task": "recommendations.tasks.forget_old_interactions",
            "schedule": 3600.0,
        },
    }
