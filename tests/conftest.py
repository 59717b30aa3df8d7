"""How long hypothesis looks: seconds in the tests, minutes in `make fuzz`."""

from hypothesis import HealthCheck, settings

# a slow machine is no failure: neither of an example nor of the making of one
settings.register_profile(
    "default",
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", deadline=None, max_examples=20_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")
