"""The shapes of a search by photo, for the schema: its answers are written by hand, as the tiles in them."""

from typing import Any

from rest_framework import serializers

from catalog.api.tiles import TileSerializer
from catalog.imaging import Box

from ...strength import Strength


class BoxSerializer(serializers.Serializer[Box]):
    """Fractions of the upright picture."""

    x = serializers.FloatField()
    y = serializers.FloatField()
    width = serializers.FloatField()
    height = serializers.FloatField()


class RegionSerializer(serializers.Serializer[dict[str, Any]]):
    box = BoxSerializer()
    type = serializers.CharField(
        help_text="For a reader: of what was searched its type where that is sure, else a coarse kind."
    )
    confidence = serializers.FloatField()


class ReadingSerializer(serializers.Serializer[dict[str, Any]]):
    value = serializers.CharField()
    probability = serializers.FloatField()


class LabelsSerializer(serializers.Serializer[dict[str, Any]]):
    type = ReadingSerializer(many=True)
    colour = ReadingSerializer(many=True)


class QualitySerializer(serializers.Serializer[dict[str, Any]]):
    code = serializers.CharField(help_text="`dark`, `blurred`, `small`.")
    message = serializers.CharField()


class GuessedSerializer(serializers.Serializer[dict[str, Any]]):
    """Filters that were applied of our own accord; `any` leaves one open."""

    type = serializers.ListField(child=serializers.CharField())
    colour = serializers.ListField(child=serializers.CharField())
    gender = serializers.ListField(child=serializers.CharField())
    in_stock = serializers.BooleanField()


class ResultSerializer(serializers.Serializer[dict[str, Any]]):
    product = TileSerializer()
    similarity = serializers.FloatField(help_text="A cosine: 1 for the same picture.")
    strength = serializers.ChoiceField(
        choices=[each.value for each in Strength], allow_null=True, help_text="Null where nothing is known."
    )
    why = serializers.ListField(child=serializers.CharField())


class VisualSearchSerializer(serializers.Serializer[dict[str, Any]]):
    id = serializers.CharField(help_text="Unguessable; whoever knows it sees the results.")
    expires_at = serializers.DateTimeField(help_text="When it is forgotten of itself.")
    box = BoxSerializer(allow_null=True, help_text="What was searched with; null without the token.")
    labels = LabelsSerializer(allow_null=True, help_text="What was read there; null without the token.")
    guessed = GuessedSerializer()
    left_out = serializers.CharField(help_text="A guess that would have left nothing.")
    weak_match = serializers.BooleanField(
        help_text="Even the best is most likely of another type, or the photo shows no goods that are known."
    )
    total = serializers.IntegerField(help_text="So many in all; 96 may be more.")
    results = ResultSerializer(many=True)
    next = serializers.URLField(allow_null=True, help_text="What follows; null at the end.")


class NewSearchSerializer(VisualSearchSerializer):
    token = serializers.CharField(help_text="Shows box and labels again, and forgets: keep it to yourself.")
    regions = RegionSerializer(
        many=True, help_text="The goods that were found in the photo, likeliest first."
    )
    quality = QualitySerializer(many=True, help_text="What may mislead.")
