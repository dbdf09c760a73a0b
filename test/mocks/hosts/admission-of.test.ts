import { describe, expect, it } from 'vitest'
import { admissionOf } from '../../../mocks/hosts/admission-of.ts'
import { boundAs, hostnameOf, reachedAs } from '../../../mocks/hosts/host-name.ts'

type Options = Parameters<typeof admissionOf>[0]

describe('who may use the control API of a server', () => {
  const given: readonly (readonly [options: Options, isGuarded: boolean, names: string[], any: boolean])[] = [
    [{}, false, [], false],
    [{ host: 'localhost' }, false, [], false],
    [{ host: '127.1' }, false, [], false],
    [{ host: '::1' }, false, [], false],
    [{ publicUrl: 'http://127.0.0.1:8080' }, false, [], false],
    [{ allowedHosts: ['app.localhost'] }, false, [], false],
    [{ token: 'x'.repeat(16) }, true, [], false],
    [{ host: '0.0.0.0' }, true, [], true],
    [{ host: '::' }, true, [], true],
    [{ host: '192.168.1.20' }, true, ['192.168.1.20'], true],
    [{ publicUrl: 'https://mock.example' }, true, ['mock.example'], false],
    [{ allowedHosts: ['MOCK.internal', 'fe80::1'] }, true, ['mock.internal', '[fe80::1]'], false],
  ]
  it.each(given)('by %j', (options, isGuarded, names, anyAddress) => {
    const { admission, secret } = admissionOf(options)
    expect({ ...admission, token: admission.token !== undefined }).toEqual({
      names,
      anyAddress,
      token: isGuarded,
    })
    expect(secret === undefined).toBe(!isGuarded)
  })

  it('is told by a token that nobody can guess, where none is given', () => {
    const made = Array.from({ length: 3 }, () => admissionOf({ host: '0.0.0.0' }).secret ?? '')
    expect(new Set(made).size).toBe(3)
    for (const secret of made) expect(secret).toMatch(/^[\w-]{32}$/)
    expect(admissionOf({ host: '0.0.0.0', token: 'given by somebody'.replaceAll(' ', '-') }).secret).toBe(
      'given-by-somebody',
    )
  })

  it.each([
    [{ host: 'a b' }, 'bad-host'],
    [{ host: '192.168.1.20:80' }, 'bad-host'],
    [{ allowedHosts: ['mock.internal:4010'] }, 'bad-host'],
    [{ allowedHosts: ['http://mock.internal'] }, 'bad-host'],
    [{ allowedHosts: [''] }, 'bad-host'],
    [{ allowedHosts: ['a@b'] }, 'bad-host'],
    [{ token: 'short' }, 'bad-token'],
    [{ token: '' }, 'bad-token'],
    [{ token: 'x'.repeat(257) }, 'bad-token'],
    [{ token: 'sixteen letters ' }, 'bad-token'],
    [{ token: 'schlüsselschlüssel' }, 'bad-token'],
  ])('cannot be %j', (options, code) => {
    expect(() => admissionOf(options)).toThrow(expect.objectContaining({ code }))
  })

  it('does not repeat a token that it refuses', () => {
    expect(() => admissionOf({ token: 'hunter2' })).toThrow(/^(?!.*hunter2)/s)
  })
})

describe('a host', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0', '0.0.0.0', '127.0.0.1'],
    ['0', '0.0.0.0', '0.0.0.0', '127.0.0.1'],
    ['::', '[::]', '::', '[::1]'],
    ['[::1]', '[::1]', '::1', '[::1]'],
    ['LocalHost', 'localhost', 'localhost', 'localhost'],
  ])('%s is %s in a URL, %s to listen on, and reached as %s', (host, url, bound, reached) => {
    expect([hostnameOf(host), boundAs(host), reachedAs(host)]).toEqual([url, bound, reached])
  })
})
