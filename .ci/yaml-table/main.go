// Writes what kubectl makes of the YAML in tests/syntax/go-yaml.jsonl: the reader that kubectl, client-go and the API
// server share is sigs.k8s.io/yaml, over the Kubernetes project's branch of go-yaml v2.
//
// Each row has a text (`yaml`) and what it shows (`about`); behind them go the JSON it comes to, or the error. To add a
// case write a row without either. In an empty module:
//
//	go mod init table && go get sigs.k8s.io/yaml@v1.6.0 && cp .../.ci/yaml-table/main.go . && go run . .../go-yaml.jsonl
//
// v1.4.0, which kubectl has up to 1.33, and v1.6.0, from 1.34 on, give the same table. Keys that are only equal once they
// are text (`1` and `'1'`) come out in the order of a Go map, so a different one every time: no case can have them.
package main

import (
	"bytes"
	"encoding/json"
	"os"

	"sigs.k8s.io/yaml"
)

type row struct {
	About string          `json:"about"`
	YAML  string          `json:"yaml"`
	JSON  json.RawMessage `json:"json,omitempty"`
	Error string          `json:"error,omitempty"`
}

func main() {
	rows, err := os.ReadFile(os.Args[1])
	check(err)
	var answered bytes.Buffer
	out := json.NewEncoder(&answered)
	out.SetEscapeHTML(false)
	for _, line := range bytes.Split(bytes.TrimSpace(rows), []byte("\n")) {
		var asked row
		check(json.Unmarshal(line, &asked))
		check(out.Encode(answer(asked)))
	}
	check(os.WriteFile(os.Args[1], answered.Bytes(), 0o644))
}

func answer(asked row) row {
	read, err := yaml.YAMLToJSON([]byte(asked.YAML))
	if err != nil {
		return row{About: asked.About, YAML: asked.YAML, Error: err.Error()}
	}
	return row{About: asked.About, YAML: asked.YAML, JSON: read}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
