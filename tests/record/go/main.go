// Reads and writes a record with Go's sumdb/note and sumdb/tlog: an independent program that must agree with ours.
//
//	interop check RECORD VKEY      every tile, every entry, every signature, the root, against the signed checkpoint
//	interop proofs VKEY FOLDER     every NAME.tlog-proof in a folder shows NAME.entry
//	interop growth < LINES         lines "old new old-root new-root hash..." are proofs of consistency
//	interop build RECORD OUT SKEY...  the same log made anew from the texts of its entries, signed by the same keys,
//	                               with OUT/proofs/N.tlog-proof for every entry and OUT/growth with lines as above
//
// It prints what it did in one line, or says on standard error what is wrong and ends with 1.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8
const proofHead = "c2sp.org/tlog-proof@v1"

func main() {
	args := os.Args[1:]
	switch args[0] {
	case "check":
		check(args[1], args[2])
	case "proofs":
		proofs(args[1], args[2])
	case "growth":
		growth()
	case "build":
		build(args[1], args[2], args[3:])
	}
}

// check reads a record as a stranger would who knows its key.
func check(record, vkey string) {
	tree := openCheckpoint(read(record, "checkpoint"), vkey)
	reader := tlog.TileHashReader(tree, folder(record))
	root, err := tlog.TreeHash(tree.N, reader)
	must(err, "tree hash")
	if root != tree.Hash {
		fail("the root is not the one signed")
	}
	var made hashList
	signatures := 0
	for index, entry := range entries(record, tree.N) {
		found, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(index))})
		must(err, "leaf hash")
		if found[0] != tlog.RecordHash(entry) {
			fail("entry %d: not the entry that its leaf hash is of", index)
		}
		made.add(index, entry)
		signatures += checkEntry(index, entry)
	}
	// TileHashReader does not compare every full tile with the hash above it, so each is made anew from the entries.
	tiles := tilesOf(tree.N)
	for _, tile := range tiles {
		data, err := tlog.ReadTileData(tile, &made)
		must(err, "%s", path(tile))
		if !bytes.Equal(data, read(record, path(tile))) {
			fail("%s: not the hashes of what is below", path(tile))
		}
	}
	fmt.Printf("%d entries, %d signatures, %d tiles\n", tree.N, signatures, len(tiles))
}

// checkEntry returns how many signers an entry lists; each has signed, and nobody else.
func checkEntry(index int, entry []byte) int {
	known := signersOf(entry)
	opened, err := note.Open(entry, note.VerifierList(known...))
	must(err, "entry %d", index)
	if len(opened.Sigs) != len(known) || len(opened.UnverifiedSigs) != 0 {
		fail("entry %d: %d signers, %d valid signatures, %d others", index, len(known), len(opened.Sigs), len(opened.UnverifiedSigs))
	}
	return len(known)
}

func signersOf(entry []byte) (listed []note.Verifier) {
	lines := bytes.SplitN(entry, []byte("\n"), 3)
	var said struct{ Signers []struct{ Key string } }
	must(json.Unmarshal(lines[1], &said), "the second line of an entry")
	for _, signer := range said.Signers {
		verifier, err := note.NewVerifier(signer.Key)
		must(err, "%s", signer.Key)
		listed = append(listed, verifier)
	}
	return listed
}

func nameOf(key interface {
	Name() string
	KeyHash() uint32
}) string {
	return fmt.Sprintf("%s+%08x", key.Name(), key.KeyHash())
}

// proofs checks proofs that travel alone: the checkpoint's signature, then the way from the entry to its root.
func proofs(vkey, in string) {
	files, _ := filepath.Glob(filepath.Join(in, "*.tlog-proof"))
	for _, file := range files {
		head, checkpoint, _ := strings.Cut(string(read(file)), "\n\n")
		lines := strings.Split(head, "\n")
		if lines[0] != proofHead {
			fail("%s: not a proof", file)
		}
		if strings.HasPrefix(lines[1], "extra ") {
			lines = lines[1:]
		}
		tree := openCheckpoint([]byte(checkpoint), vkey)
		index := number(strings.TrimPrefix(lines[1], "index "))
		entry := read(strings.TrimSuffix(file, ".tlog-proof") + ".entry")
		must(tlog.CheckRecord(hashes(lines[2:]), tree.N, tree.Hash, index, tlog.RecordHash(entry)), "%s", file)
	}
	fmt.Printf("%d proofs\n", len(files))
}

// growth checks that each larger tree continues the smaller one.
func growth() {
	count := 0
	lines := bufio.NewScanner(os.Stdin)
	for ; lines.Scan(); count++ {
		words := strings.Fields(lines.Text())
		roots := hashes(words[2:4])
		err := tlog.CheckTree(tlog.TreeProof(hashes(words[4:])), number(words[1]), roots[1], number(words[0]), roots[0])
		must(err, "from %s to %s", words[0], words[1])
	}
	must(lines.Err(), "standard input")
	fmt.Printf("%d proofs of consistency\n", count)
}

// build makes the log anew: Go's signatures under the texts, Go's hashes of the notes, Go's tiles, checkpoint and proofs.
func build(record, out string, skeys []string) {
	signers := map[string]note.Signer{}
	var keeper note.Signer
	for _, skey := range skeys {
		signer, err := note.NewSigner(skey)
		must(err, "a private key")
		if keeper == nil {
			keeper = signer
		}
		signers[nameOf(signer)] = signer
	}
	origin, size, _ := checkpointLines(read(record, "checkpoint"))

	var made hashList
	var bundle []byte
	for index, entry := range entries(record, size) {
		text := entry[:bytes.LastIndex(entry, []byte("\n\n"))+1]
		var by []note.Signer
		for _, verifier := range signersOf(entry) {
			by = append(by, signers[nameOf(verifier)])
		}
		signed, err := note.Sign(&note.Note{Text: string(text)}, by...)
		must(err, "entry %d", index)
		made.add(index, signed)
		bundle = append(binary.BigEndian.AppendUint16(bundle, uint16(len(signed))), signed...)
		if done := int64(index + 1); done%256 == 0 || done == size {
			write(bundle, out, bundlePath(int64(index)/256, size))
			bundle = nil
		}
	}
	for _, tile := range tilesOf(size) {
		data, err := tlog.ReadTileData(tile, &made)
		must(err, "%s", path(tile))
		write(data, out, path(tile))
	}
	root, err := tlog.TreeHash(size, &made)
	must(err, "tree hash")
	checkpoint, err := note.Sign(&note.Note{Text: fmt.Sprintf("%s\n%d\n%s\n", origin, size, root)}, keeper)
	must(err, "checkpoint")
	write(checkpoint, out, "checkpoint")
	prove(out, size, root, checkpoint, &made)
	fmt.Printf("%d entries\n", size)
}

func prove(out string, size int64, root tlog.Hash, checkpoint []byte, reader tlog.HashReader) {
	var lines []string
	for index := int64(0); index < size; index++ {
		proof, err := tlog.ProveRecord(size, index, reader)
		must(err, "proof of %d", index)
		file := fmt.Sprintf("%s\nindex %d\n", proofHead, index)
		for _, hash := range proof {
			file += hash.String() + "\n"
		}
		write([]byte(file+"\n"+string(checkpoint)), out, "proofs", fmt.Sprintf("%d.tlog-proof", index))

		old := index + 1
		oldRoot, err := tlog.TreeHash(old, reader)
		must(err, "tree hash at %d", old)
		continued, err := tlog.ProveTree(size, old, reader)
		must(err, "proof from %d", old)
		line := fmt.Sprintf("%d %d %s %s", old, size, oldRoot, root)
		for _, hash := range continued {
			line += " " + hash.String()
		}
		lines = append(lines, line)
	}
	write([]byte(strings.Join(lines, "\n")+"\n"), out, "growth")
}

// hashList holds the hashes of a tree in Go's own order.
type hashList []tlog.Hash

func (list *hashList) add(index int, entry []byte) {
	added, err := tlog.StoredHashes(int64(index), entry, list)
	must(err, "entry %d", index)
	*list = append(*list, added...)
}

func (list *hashList) ReadHashes(indexes []int64) (found []tlog.Hash, err error) {
	for _, index := range indexes {
		found = append(found, (*list)[index])
	}
	return found, nil
}

// folder reads tiles from a record's folder; Go names them tile/8/<level>/<index>, we name them tile/<level>/<index>.
type folder string

func (f folder) Height() int                     { return height }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		data = append(data, read(string(f), path(tile)))
	}
	return data, nil
}

// tilesOf returns the tiles of a log of this size; Go also lists every narrower form of the last one at each level.
func tilesOf(size int64) (tiles []tlog.Tile) {
	for _, tile := range tlog.NewTiles(height, 0, size) {
		if last := len(tiles) - 1; last >= 0 && tiles[last].L == tile.L && tiles[last].N == tile.N {
			tiles = tiles[:last]
		}
		tiles = append(tiles, tile)
	}
	return tiles
}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func bundlePath(index, size int64) string {
	width := size - index*256
	if width > 256 {
		width = 256
	}
	tile := tlog.Tile{H: height, L: -1, N: index, W: int(width)}
	return strings.Replace(path(tile), "tile/data/", "tile/entries/", 1)
}

func entries(record string, size int64) (list [][]byte) {
	for int64(len(list)) < size {
		file := bundlePath(int64(len(list))/256, size)
		for data := read(record, file); len(data) > 0; {
			end := 2 + int(binary.BigEndian.Uint16(data))
			list = append(list, data[2:end])
			data = data[end:]
		}
	}
	return list
}

func openCheckpoint(data []byte, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	must(err, "%s", vkey)
	opened, err := note.Open(data, note.VerifierList(verifier))
	must(err, "checkpoint")
	origin, size, root := checkpointLines([]byte(opened.Text))
	if origin != verifier.Name() {
		fail("a checkpoint of another log: %s", origin)
	}
	return tlog.Tree{N: size, Hash: root}
}

func checkpointLines(data []byte) (origin string, size int64, root tlog.Hash) {
	lines := strings.Split(string(data), "\n")
	return lines[0], number(lines[1]), hashes(lines[2:3])[0]
}

func number(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	must(err, "a number")
	return value
}

func hashes(lines []string) (list tlog.RecordProof) {
	for _, line := range lines {
		data, err := base64.StdEncoding.DecodeString(line)
		must(err, "a hash")
		var hash tlog.Hash
		if copy(hash[:], data) != tlog.HashSize || len(data) != tlog.HashSize {
			fail("a hash of %d bytes", len(data))
		}
		list = append(list, hash)
	}
	return list
}

func read(names ...string) []byte {
	data, err := os.ReadFile(filepath.Join(names...))
	must(err, "reading")
	return data
}

func write(data []byte, names ...string) {
	file := filepath.Join(names...)
	must(os.MkdirAll(filepath.Dir(file), 0o777), "writing")
	must(os.WriteFile(file, data, 0o666), "writing")
}

func must(err error, what string, values ...interface{}) {
	if err != nil {
		fail(what+": %v", append(values, err)...)
	}
}

func fail(what string, values ...interface{}) {
	fmt.Fprintf(os.Stderr, what+"\n", values...)
	os.Exit(1)
}
