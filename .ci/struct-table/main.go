// Writes schemas/struct-fields.json: the Go structs behind Pods, Services and what `kubectl expose` takes, which say how
// kubectl decodes manifests and `--overrides`, in which order it prints fields and which of them it leaves out.
//
// Once per Kubernetes minor version, in an empty module of its own, then once over all that they printed:
//
//	go mod init table && go get k8s.io/api@v0.37.0 && cp .../.ci/struct-table/main.go . && go run . print 37 > 37.json
//	go run . merge 30.json 31.json ... 37.json > schemas/struct-fields.json
//
// A field is one line: JSON name, Go type, then what applies of `omitempty`, `omitzero`, `in=` (the embedded struct it
// comes from), `patch=` (patchStrategy), `key=` (patchMergeKey), `since=` and `until=` (minor versions).
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
)

type table struct {
	Description string              `json:"description"`
	Kinds       map[string]string   `json:"kinds"`
	Named       map[string]string   `json:"named"`
	Structs     map[string][]string `json:"structs"`
}

type numbered struct {
	Minor int `json:"minor"`
	table
}

// Types that read and write themselves, or that nothing looks into.
var closed = map[string]bool{
	"resource.Quantity": true, "intstr.IntOrString": true, "v1.Time": true, "v1.MicroTime": true, "v1.FieldsV1": true,
}

// What each type name stood for, as `v1.` is the prefix of several packages.
var packages = map[string]string{}

func main() {
	switch {
	case len(os.Args) == 3 && os.Args[1] == "print":
		minor, err := strconv.Atoi(os.Args[2])
		check(err)
		write(numbered{minor, describe()})
	case len(os.Args) > 2 && os.Args[1] == "merge":
		write(merge(os.Args[2:]))
	default:
		panic("usage: print MINOR | merge FILE...")
	}
}

func describe() table {
	t := table{Kinds: map[string]string{}, Named: map[string]string{}, Structs: map[string][]string{}}
	objects := map[string]any{
		"v1 Pod": corev1.Pod{}, "v1 Service": corev1.Service{}, "v1 ReplicationController": corev1.ReplicationController{},
		"apps/v1 Deployment": appsv1.Deployment{}, "apps/v1 ReplicaSet": appsv1.ReplicaSet{},
	}
	for kind, object := range objects {
		t.Kinds[kind] = reflect.TypeOf(object).String()
		t.add(reflect.TypeOf(object))
	}
	return t
}

func (t *table) add(r reflect.Type) {
	if r.Name() == "" {
		if r.Kind() == reflect.Map {
			t.add(r.Key())
		}
		t.add(r.Elem())
		return
	}
	name := r.String()
	// core/v1 and meta/v1 each have a ConditionStatus, which is text in both.
	what := r.PkgPath() + " struct"
	if r.Kind() != reflect.Struct {
		what = r.Kind().String()
	}
	if packages[name] != "" && packages[name] != what {
		panic("two types are called " + name)
	}
	packages[name] = what
	if closed[name] || r.PkgPath() == "" || t.Structs[name] != nil {
		return
	}
	switch r.Kind() {
	case reflect.Struct:
		t.Structs[name] = []string{}
		t.Structs[name] = t.fields(r, nil)
	case reflect.Map:
		t.Named[name] = fmt.Sprintf("map[%s]%s", r.Key(), r.Elem())
		t.add(r.Key())
		t.add(r.Elem())
	default:
		t.Named[name] = r.Kind().String()
	}
}

func (t *table) fields(r reflect.Type, within []string) []string {
	lines := []string{}
	for i := range r.NumField() {
		field := r.Field(i)
		tag := strings.Split(field.Tag.Get("json"), ",")
		if tag[0] == "-" {
			continue
		}
		if field.Anonymous && tag[0] == "" {
			lines = append(lines, t.fields(field.Type, append(slices.Clone(within), field.Name))...)
			continue
		}
		t.add(field.Type)
		line := []string{tag[0], field.Type.String()}
		for _, option := range []string{"omitempty", "omitzero"} {
			if slices.Contains(tag, option) {
				line = append(line, option)
			}
		}
		if len(within) > 0 {
			line = append(line, "in="+strings.Join(within, "."))
		}
		for option, key := range map[string]string{"patch=": "patchStrategy", "key=": "patchMergeKey"} {
			if value := field.Tag.Get(key); value != "" {
				line = append(line, option+value)
			}
		}
		slices.Sort(line[2:])
		lines = append(lines, strings.Join(line, " "))
	}
	return lines
}

func merge(paths []string) table {
	tables := []numbered{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		check(err)
		var one numbered
		check(json.Unmarshal(data, &one))
		tables = append(tables, one)
	}
	slices.SortFunc(tables, func(a, b numbered) int { return a.Minor - b.Minor })
	whole := table{
		Description: "Go structs of k8s.io/api by .ci/struct-table/main.go, versions 1." + strconv.Itoa(tables[0].Minor) + " to 1." +
			strconv.Itoa(tables[len(tables)-1].Minor) + ". A field is: JSON name, Go type, and what applies of omitempty, omitzero, " +
			"in= (the embedded struct it comes from), patch= (patchStrategy), key= (patchMergeKey), since= and until= (minor versions).",
		Kinds: map[string]string{}, Named: map[string]string{}, Structs: map[string][]string{},
	}
	names := map[string]bool{}
	for _, one := range tables {
		for kind, name := range one.Kinds {
			whole.Kinds[kind] = name
		}
		for name, kind := range one.Named {
			whole.Named[name] = kind
		}
		for name := range one.Structs {
			names[name] = true
		}
	}
	for name := range names {
		whole.Structs[name] = mergeStruct(name, tables)
	}
	return whole
}

// mergeStruct lists every line any version has; order is the newest's, a line it lacks stands behind its predecessor.
func mergeStruct(name string, tables []numbered) []string {
	lines := []string{}
	for _, one := range slices.Backward(tables) {
		at := 0
		for _, line := range one.Structs[name] {
			if found := slices.Index(lines, line); found >= 0 {
				at = found + 1
				continue
			}
			lines = slices.Insert(lines, at, line)
			at++
		}
	}
	merged := []string{}
	for _, line := range lines {
		merged = append(merged, line+bounds(name, line, tables))
	}
	for _, one := range tables {
		if fields, known := one.Structs[name]; known {
			kept := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !slices.Contains(fields, line) })
			if !slices.Equal(kept, fields) {
				panic(fmt.Sprintf("%s of 1.%d has another order", name, one.Minor))
			}
		}
	}
	return merged
}

// bounds says in which of the versions that know the struct the line stands; gaps would be wrong silently, so they panic.
func bounds(name, line string, tables []numbered) string {
	first, last, gap := -1, -1, false
	known := []int{}
	for _, one := range tables {
		fields, knows := one.Structs[name]
		if !knows {
			continue
		}
		known = append(known, one.Minor)
		if slices.Contains(fields, line) {
			gap = gap || last >= 0 && last != known[len(known)-2]
			last = one.Minor
			if first < 0 {
				first = one.Minor
			}
		}
	}
	if gap {
		panic(name + " loses and regains: " + line)
	}
	text := ""
	if first != known[0] {
		text += " since=" + strconv.Itoa(first)
	}
	if last != known[len(known)-1] {
		text += " until=" + strconv.Itoa(last)
	}
	return text
}

func write(value any) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	check(encoder.Encode(value))
	_, err := os.Stdout.Write(out.Bytes())
	check(err)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
