#!/usr/bin/env bash
# Java.java, but for one fault: it sends every vendor's key as a bearer token.
# Caught by ask-with-the-vendors-own-key.
folder=$(mktemp -d) && trap 'rm -r "$folder"' EXIT
right='request.header(plain(credentials.group(1)), '
wrong='request.header("Authorization", "Bearer " + '
sed "s/$right/$wrong/" "$(dirname "${BASH_SOURCE[0]}")/../Java.java" >"$folder/Java.java"
java "$folder/Java.java"
