// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testsigns.h"

#include "simplecommands.h"

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

using Words = std::span<const QString>;

template <std::size_t N>
bool isOneOf(QStringView word, const std::array<QStringView, N> &words)
{
    return std::ranges::find(words, word) != words.end();
}

QStringView baseName(const QString &word)
{
    return QStringView(word).sliced(word.lastIndexOf(u'/') + 1);
}

bool isAssignment(const QString &word)
{
    const auto equals = word.indexOf(u'=');
    return equals > 0 && std::ranges::all_of(QStringView(word).first(equals), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_';
    });
}

bool mentions(Words words, QStringView wanted)
{
    return std::ranges::any_of(words, [wanted](const QString &word) { return word == wanted; });
}

bool namesThisMachine(QStringView text)
{
    constexpr std::array<QStringView, 4> hosts{u"localhost", u"127.0.0.1", u"0.0.0.0", u"[::1]"};
    return std::ranges::any_of(hosts, [text](QStringView host) { return text.contains(host); });
}

/// An address made of variables, such as "$BASE/users", is taken for the server's.
bool asksServer(Words words)
{
    return std::ranges::any_of(words, [](const QString &word) {
        return namesThisMachine(word) || (word.startsWith(u'$') && word.contains(u'/')) || word.startsWith(u":");
    });
}

bool sendsRequests(QStringView script)
{
    constexpr std::array<QStringView, 9> calls{u"fetch(", u"requests.", u"urllib", u"http.request", u"http.get",
        u"httpx", u"axios", u"HTTPConnection", u"ClientSession"};
    return namesThisMachine(script)
        && std::ranges::any_of(calls, [script](QStringView call) { return script.contains(call); });
}

bool runsPackageScript(Words rest)
{
    const auto isTest
        = [](const QString &word) { return word == u"test" || word == u"t" || word.startsWith(u"test:"); };
    return std::ranges::any_of(rest.first(std::min<std::size_t>(rest.size(), 4)), isTest);
}

/// `words` begins with the program.
bool testsAlone(Words words)
{
    constexpr std::array<QStringView, 13> runners{u"jest", u"mocha", u"vitest", u"ava", u"tap", u"newman", u"pytest",
        u"py.test", u"tox", u"nox", u"playwright", u"cypress", u"hurl"};
    constexpr std::array<QStringView, 6> clients{u"curl", u"wget", u"http", u"https", u"ab", u"wrk"};
    constexpr std::array<QStringView, 4> managers{u"npm", u"yarn", u"pnpm", u"bun"};
    const auto program = baseName(words.front());
    const auto rest = words.subspan(1);
    if (isOneOf(program, runners))
        return true;
    if (isOneOf(program, clients))
        return asksServer(rest);
    if (isOneOf(program, managers))
        return runsPackageScript(rest);
    if (program == u"node")
        return mentions(rest, u"--test");
    if (program.startsWith(u"python")) {
        return mentions(rest, u"pytest") || mentions(rest, u"unittest")
            || (mentions(rest, u"test")
                && std::ranges::any_of(rest, [](const QString &word) { return word.endsWith(u"manage.py"); }));
    }
    return false;
}

/// Leaves out what only starts another program: `timeout 30 npm test`, `PORT=1 npx jest`, `uv run pytest`.
Words withoutStarters(Words words)
{
    constexpr std::array<QStringView, 14> starters{u"timeout", u"time", u"nohup", u"sudo", u"env", u"exec", u"npx",
        u"uv", u"poetry", u"pipenv", u"bunx", u"then", u"do", u"!"};
    while (!words.empty()) {
        const auto &word = words.front();
        const bool isOption = word.startsWith(u'-') || (!word.isEmpty() && word.front().isDigit());
        const bool isRun = word == u"run" || word == u"if" || word == u"while" || word == u"until" || word == u"else";
        if (!isAssignment(word) && !isOption && !isRun && !isOneOf(baseName(word), starters))
            break;
        words = words.subspan(1);
    }
    return words;
}

bool testsByItself(const SimpleCommand &command)
{
    const auto words = withoutStarters(command.words);
    if (words.empty())
        return false;
    const auto program = baseName(words.front());
    const bool interprets
        = program == u"node" || program.startsWith(u"python") || program == u"bash" || program == u"sh";
    if (interprets && (sendsRequests(command.script) || std::ranges::any_of(words, sendsRequests)))
        return true;
    return testsAlone(words);
}

} // namespace

bool runsTests(QStringView command)
{
    return std::ranges::any_of(simpleCommands(command), testsByItself);
}

} // namespace Decayscope
