import pytest


def pytest_addoption(parser):
    parser.addoption("--rewrite-golden", action="store_true")
