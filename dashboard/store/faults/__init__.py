"""What is wrong in a file as it was typed, and what was meant: letters, lines, brackets, columns, dates, ids.

`characters` looks at letters; `syntax`, `lines`, `brackets`, `called` and `objections` word what is wrong. With
`salvage` no mistake hides another, and with `told` none is reported twice.
"""
