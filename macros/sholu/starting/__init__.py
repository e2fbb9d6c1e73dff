"""The beginning of a review and its daily commands: `sholu new`, `demo`, `build`, `serve`, `update`.

`plan` is what a new review is to be, `skeleton` the files of which it consists (texts by language in
`texts/`), `hosting` those that check and publish it, `pinning` where its Sholu comes from, `renewing` another
one. None of them knows MkDocs.
"""
