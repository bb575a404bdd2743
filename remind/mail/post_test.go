package mail

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"log"
	"math/big"
	"net"
	netmail "net/mail"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// office is a real mail server, with what it took and what it was told.
type office struct {
	mu        sync.Mutex
	letters   []string // as they came over the wire
	passwords []string
	refuse    *smtp.SMTPError                 // of every recipient
	atData    func(c *smtp.Conn, n int) error // for the nth letter, once it is here
}

func (o *office) NewSession(c *smtp.Conn) (smtp.Session, error) {
	return &session{o, c}, nil
}

type session struct {
	*office
	conn *smtp.Conn
}

func (s *session) AuthMechanisms() []string { return []string{"PLAIN"} }
func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, _, password string) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.passwords = append(s.passwords, password)
		if password != secret {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}
func (s *session) Mail(string, *smtp.MailOptions) error { return nil }
func (s *session) Rcpt(string, *smtp.RcptOptions) error {
	if s.refuse != nil {
		return s.refuse
	}
	return nil
}
func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.letters = append(s.letters, string(text))
	n := len(s.letters)
	s.mu.Unlock()
	if s.atData != nil {
		return s.atData(s.conn, n)
	}
	return nil
}
func (s *session) Reset()        {}
func (s *session) Logout() error { return nil }

const secret = "correct horse"

// authority signs certificates for tests.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	plan := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test authority"}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, plan, plan, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &authority{cert, key}
}

func (a *authority) pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.cert)
	return pool
}

// certify returns a certificate for a host that ends when it says.
func (a *authority) certify(t *testing.T, host string, ends time.Time) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	plan := &x509.Certificate{SerialNumber: big.NewInt(2), NotBefore: ends.Add(-48 * time.Hour), NotAfter: ends}
	if ip := net.ParseIP(host); ip != nil {
		plan.IPAddresses = []net.IP{ip}
	} else {
		plan.DNSNames = []string{host}
	}
	der, err := x509.CreateCertificate(rand.Reader, plan, a.cert, &key.PublicKey, a.key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// open starts the office behind a listener, with STARTTLS when config is not
// nil, and returns what sends to it.
func (o *office) open(t *testing.T, config *tls.Config, implicit bool) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	server := smtp.NewServer(o)
	server.Domain, server.ErrorLog = "localhost", log.New(io.Discard, "", 0)
	s := &Server{Host: "127.0.0.1", Port: port, From: netmail.Address{Name: "The desk", Address: "desk@example.org"},
		User: "desk", Password: func() (string, error) { return secret, nil }, patience: 5 * time.Second}
	if implicit {
		s.Encryption, l = Implicit, tls.NewListener(l, config)
	} else {
		server.TLSConfig = config
	}
	done := make(chan struct{})
	go func() { defer close(done); server.Serve(l) }()
	t.Cleanup(func() { server.Close(); l.Close(); <-done }) // it may not have begun to serve
	return s
}
