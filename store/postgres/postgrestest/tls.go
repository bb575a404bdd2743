//go:build unix

package postgrestest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Authority signs certificates. It is made for a test, and nobody knows it.
type Authority struct {
	t    testing.TB
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// NewAuthority makes one.
func NewAuthority(t testing.TB) *Authority {
	t.Helper()
	a := &Authority{t: t, key: newKey(t)}
	a.cert = &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "an authority of a test"}, IsCA: true,
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign, NotBefore: time.Unix(0, 0), NotAfter: time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)}
	var err error
	if a.cert, err = x509.ParseCertificate(a.sign(a.cert, a.cert, a.key)); err != nil {
		t.Fatal(err)
	}
	return a
}

// File is a file with the certificate of the authority itself.
func (a *Authority) File() string {
	a.t.Helper()
	path := filepath.Join(a.t.TempDir(), "root.crt")
	if err := os.WriteFile(path, encoded("CERTIFICATE", a.cert.Raw), 0o600); err != nil {
		a.t.Fatal(err)
	}
	return path
}

// StartTLS starts a server that encrypts, and proves to be a host by a
// certificate of the authority.
func (a *Authority) StartTLS(host string, settings ...string) *Server {
	a.t.Helper()
	s := prepare(a.t)
	s.must("initdb", "-D", s.dir, "-U", "desk", "-E", "UTF8", "--locale=C", "-A", "trust", "--no-sync")
	key := newKey(a.t)
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		a.t.Fatal(err)
	}
	cert := a.sign(&x509.Certificate{SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host},
		NotBefore: a.cert.NotBefore, NotAfter: a.cert.NotAfter}, a.cert, key)
	for name, text := range map[string][]byte{"server.key": encoded("PRIVATE KEY", private), "server.crt": encoded("CERTIFICATE", cert)} {
		path := filepath.Join(s.dir, name)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			a.t.Fatal(err)
		}
		if s.as == nil {
			continue
		}
		if err := os.Chown(path, int(s.as.Uid), int(s.as.Gid)); err != nil {
			a.t.Fatal(err)
		}
	}
	s.Run(append(settings, "ssl=on")...)
	return s
}

// TLSURL is the URL of a book on the server, under the name of a host, that
// asks for proof; of the system's authorities where no file names another.
func (s *Server) TLSURL(host, root string) string {
	url := fmt.Sprintf("postgres://desk@%s:%d/postgres?sslmode=verify-full", host, s.Port)
	if root != "" {
		url += "&sslrootcert=" + root
	}
	return url
}

// sign makes a certificate of a template and a key.
func (a *Authority) sign(template, parent *x509.Certificate, key *ecdsa.PrivateKey) []byte {
	a.t.Helper()
	cert, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, a.key)
	if err != nil {
		a.t.Fatal(err)
	}
	return cert
}

func newKey(t testing.TB) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func encoded(kind string, bytes []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes})
}
