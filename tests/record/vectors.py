"""Vectors of the log's formats that any other implementation can use: made with seeds that everybody may know.

Entry i is the text ``kengesh test act <i>`` and a line feed. The same values come out of Go's sumdb/tlog and sumdb/note, of
transparency-dev/merkle and of pymerkle.
"""

from __future__ import annotations

from functools import cache

from kengesh.record.checking import Tree
from kengesh.record.note import COSIGNATURE, Signer
from kengesh.record.tree import leaf_hash

ORIGIN = "kengesh.example/record"
LOG = Signer(ORIGIN, bytes(range(0x20)))
WITNESS = Signer("witness.uz.example", bytes(range(0x20, 0x40)), COSIGNATURE)
DELEGATION = Signer("kengesh.example/delegation/az", bytes(range(0x40, 0x60)))
COSIGNED_AT = 1763251200  # 2025-11-16T00:00:00Z, in Unix seconds

EMPTY_TREE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
LEAF_OF_NOTHING = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
LEAF_OF_L123456 = "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"
NODE_OF_N123_AND_N456 = "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb"

LEAVES = [
    "aebb17de9ad444633ef0b81f865f25aff7769f6f2a9c101b59b7d96373b78dc4",
    "4b30817e9faaa2a39d77b78cd01da09ff60ba3def3a52d7818ecc1a8c6f2c48f",
    "aa0ad0a4da0810098a4af770e0adea2fd9de18cf804ade67d402b6b67fffd90e",
    "244d817118a170a6ee2c3c0a28ac84380f5bf409782bada58fdea7377a4cec7f",
    "99682f7baac867805a783bb857cb3eed0c399ca50ddf9f4b6da675388e2b48ab",
    "66815804b0cfdd69f36442c9e17bd1161e0c5914673f081acb79fa621cefc70e",
    "746ba7c7f507149cdcedfd1a8bb659c5bade14629cdd0e01177e14cd39908c71",
    "bcfdd3cccc7700b1129b5bfff79a8c9c687bb04bed16ae2f17f390a4e492ba6d",
]

ROOTS = {
    1: "aebb17de9ad444633ef0b81f865f25aff7769f6f2a9c101b59b7d96373b78dc4",
    2: "2e1465be4b3032ae61628d4d4a93bb0aa667f13323bac1e888e003eb9c49f5b7",
    3: "f4843c83463877f82961bc51f9c8f867af477c9ce386da124914db065628e762",
    4: "6b96ba5a94dbba8c4eca2018c7c4e77d1852d7f70ac025e663b00804078c1e93",
    5: "4fababdaa950e6d21b8a51c06d4172f7b37d73a4a9555fe6dd89ea6b7b08adb0",
    6: "ec9eae0886d3064a66e8c9124ef72d747d836d37f25f4cd69cb2abbd86518a5c",
    7: "cc025d2e3e1809571f61170bfd4fe8e6f8cee1a3b8549c28e00292ab1896cf55",
    8: "bcef09ec3f58e57bfe5c4408c3579f23f4370b7310ff5b8d6b456652cb0aeeab",
    255: "f2bee5f1eeeec62e8b16964b55d90a4135ed4239a3b84c47a70183e8dca06a0b",
    256: "2ce1be7a38620ea712a8959ffa1df5b78bd18194ff384b06e5a4eca0fd8c0199",
    257: "b21cc4505e8a39700ac7910f0f4fe32284240e46a39cf478a1c1b43d42abcfac",
    512: "2ff35e96241a01cfde289d4d5007cdaa8b5372f406c87d858e6b76fe0779fab1",
    65536: "758e54eebc6c7338bae8d7d321ccae5aa96c42abcf64e28e39e951842a1bc36d",
}

# The files of a log of 300 entries: path -> length in bytes, SHA-256.
FILES = {
    "tile/0/000": (8192, "ff91f3b720412ed4372d0e404f18411860aafb73c0a110703f8b1543f324b979"),
    "tile/entries/000": (5778, "b2de2adfe2cfdb16652cad22dabe40a286aefa1a3d52541ddac5ff9bc24277f6"),
    "tile/0/001.p/44": (1408, "e2b5213c4f82fb70a4b79e255b5eff11f53fe9ccd88db20aac318facd208c86f"),
    "tile/1/000.p/1": (32, "753db2be24ef4fa35c599ff8468e0130754c69b56b0ca18970ef15328f581cc3"),
    "tile/entries/001.p/44": (1012, "8466fb5708131cb5593314142ea0514e9aee5518bbdf940bcd89691628f600f7"),
}
START_OF_ENTRIES = bytes.fromhex("0013 6b656e67657368207465737420616374 20300a")
INDEX_PATHS = {
    0: "000",
    999: "999",
    1000: "x001/000",
    1234067: "x001/x234/067",
    10**9: "x001/x000/x000/000",
}

_OVER_4_TO_6 = "ca2a192edfb8bf42d6ec7abc9ba0bc46404a741a402f45e5596d310e00553bd3"
_OVER_2_TO_3 = "e23bf755645c12fb1e6442dc6623c12089848437d55261ae983b5b07353c0b50"
_OVER_4_TO_5 = "574b843e521fb9ff5af6de031434145722b11b459a67879373c002dd2691b577"

INCLUSION = {  # (index, size) -> hashes from the leaf upwards
    (0, 1): [],
    (0, 7): [LEAVES[1], _OVER_2_TO_3, _OVER_4_TO_6],
    (3, 7): [LEAVES[2], ROOTS[2], _OVER_4_TO_6],
    (6, 7): [_OVER_4_TO_5, ROOTS[4]],
}
CONSISTENCY = {  # (old size, new size) -> hashes
    (3, 7): [LEAVES[2], LEAVES[3], ROOTS[2], _OVER_4_TO_6],
    (4, 7): [_OVER_4_TO_6],
    (7, 8): [LEAVES[6], LEAVES[7], _OVER_4_TO_5, ROOTS[4]],
}

LOG_PUBLIC_KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
LOG_KEY_ID = "fc401d8e"
LOG_VKEY = "kengesh.example/record+fc401d8e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
WITNESS_VKEY = "witness.uz.example+b4437c10+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"
DELEGATION_VKEY = "kengesh.example/delegation/az+b49bccfd+ASVDuS/xCVURR2rcg2nbbdyTNmWhGXjdoUBO4QZsqVWd"
ORIGIN_HASH = "0da98f5f3d0f37d6203fabdfdaafa84169decab62083e7a6f932cffc5260013f"

CHECKPOINT = """\
kengesh.example/record
7
zAJdLj4YCVcfYRcL/U/o5vjO4aO4VJwo4AKSqxiWz1U=

— kengesh.example/record /EAdjpr+AyUKh6+PfdAvtigR6Pz+V25DYYp+XYbz7YA2Ht+GkQ4sBWgm5N6E6y8eUEwUDb4VemwpYUAuFkavCxLdYwU=
""".encode()
COSIGNATURE_LINE = (
    "— witness.uz.example tEN8EAAAAABpGRQAsV3JTwHfAVABScO8SW5vekSmI0+Pobrak0DGx+0kuTIJhJF5aAVKcZyU8mNPfFet3U2DR2hWZpAbR1Y"
    "+yMnVBQ==\n"
).encode()
CHECKPOINT_BYTES = 191
CHECKPOINT_SHA256 = "3d84aeccc06fd12e40d8af4f1d1a784285e1fa85a182adb2e8845b7a4648692f"
COSIGNED_SHA256 = "c4b514726c351bffda01c91e622991b5818cf317ece5e4a860f0f2acd3f0823f"


def entry(index: int) -> bytes:
    """Return an entry of the test log."""
    return b"kengesh test act %d\n" % index


@cache
def leaves(size: int) -> list[bytes]:
    """Return the leaf hashes of the first entries."""
    return [leaf_hash(entry(index)) for index in range(size)]


@cache
def hashes(size: int) -> Tree:
    """Return what gives the roots of complete subtrees over the first entries."""
    tree = Tree()
    tree.add(b"".join(leaves(size)))
    return tree
