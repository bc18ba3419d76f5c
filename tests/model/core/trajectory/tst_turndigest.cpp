// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <trajectory/turndigest.h>

#include <QTest>

#include <atomic>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

TurnContent command(const QString &text, std::optional<int> returnCode = 0)
{
    TurnContent turn{.role = TurnRole::Assistant, .kind = TurnKind::Command};
    turn.parts.push_back({.kind = PartKind::Command, .text = text, .returnCode = returnCode});
    return turn;
}

TurnContent said(TurnRole role, TurnKind kind, PartKind part, const QString &text)
{
    TurnContent turn{.role = role, .kind = kind};
    turn.parts.push_back({.kind = part, .text = text});
    return turn;
}

TurnContent thought(const QString &text)
{
    return said(TurnRole::Assistant, TurnKind::Thought, PartKind::Text, text);
}

TurnContent output(const QString &text)
{
    return said(TurnRole::User, TurnKind::Observation, PartKind::Output, text);
}

TurnContent edit(const QString &path, const QString &after)
{
    auto turn = said(TurnRole::Assistant, TurnKind::Edit, PartKind::Edit, u"create "_s + path);
    turn.parts.front().edit = FileEdit{.kind = FileEdit::Kind::Content, .path = path, .before = {}, .after = after};
    return turn;
}

/// Turns from memory.
class ListedTurns : public TurnSource
{
public:
    explicit ListedTurns(std::vector<TurnContent> turns)
        : m_turns(std::move(turns))
    { }

    [[nodiscard]] int count() const override { return static_cast<int>(m_turns.size()); }
    [[nodiscard]] Turn outline(int index) const override { return {.index = index}; }
    [[nodiscard]] TurnContent turn(int index) const override { return m_turns.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] QByteArray raw(int /*index*/) const override { return {}; }

private:
    std::vector<TurnContent> m_turns;
};

QString printed(const TurnDigest &digest)
{
    auto line = u"%1 '%2' %3 lines %4 chars"_s.arg(turnKindName(digest.kind), digest.title)
                    .arg(digest.lines)
                    .arg(digest.characters);
    line += digest.isError ? u" error"_s : QString();
    line += digest.editsFiles ? u" edits"_s : QString();
    line += digest.runsTests ? u" tests"_s : QString();
    return line;
}

QStringList printedLoops(std::vector<TurnContent> turns)
{
    QStringList loops;
    for (const auto &loop : digestOf(ListedTurns(std::move(turns)), Progress()).loops) {
        loops.append(u"%1-%2 %3 rounds of %4: %5"_s.arg(loop.first)
                .arg(loop.last)
                .arg(loop.rounds)
                .arg(loop.period)
                .arg(loop.name));
    }
    return loops;
}

} // namespace

class TestTurnDigest : public QObject
{
    Q_OBJECT

private slots:
    void turnsAreDigested_data();
    void turnsAreDigested();
    void testsAreSeen_data();
    void testsAreSeen();
    void sameCommandsHaveOneHash();
    void loopsAreFound();
    void whatIsNoLoop();
    void bigSourcesAreReadWhole();
    void cancelledGivesNothing();
    void hostileCommands();
};

void TestTurnDigest::turnsAreDigested_data()
{
    QTest::addColumn<TurnContent>("turn");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const TurnContent &turn, const QString &expected) {
        QTest::newRow(name) << turn << expected;
    };
    row("nothing", {}, u"other '' 0 lines 0 chars"_s);
    row("thought", thought(u"\n\n## **Plan**\n1. go"_s), u"thought 'Plan' 4 lines 19 chars"_s);
    row("mini thought", thought(u"THOUGHT: I look around."_s), u"thought 'I look around.' 1 lines 23 chars"_s);
    row("command", command(u"cd /repository && ls -la\n"_s), u"command 'ls -la' 1 lines 25 chars"_s);
    row("prepared", command(u"# look\nset -e\ncd /x\nnpm   install"_s), u"command 'npm install' 4 lines 33 chars"_s);
    row("only folder", command(u"cd /x"_s), u"command 'cd /x' 1 lines 5 chars"_s);
    row("failed", command(u"false"_s, 1), u"command 'false' 1 lines 5 chars error"_s);
    row("edit", edit(u"a.js"_s, u"1\n2\n"_s), u"edit 'create a.js' 3 lines 15 chars edits"_s);
    row("here-document", command(u"cat > a.js <<'E'\n1\nE\n"_s),
        u"command 'cat > a.js <<'E'' 3 lines 21 chars edits"_s);
    row("log", command(u"node a.js > server.log 2>&1 &"_s),
        u"command 'node a.js > server.log 2>&1 &' 1 lines 29 chars"_s);
    row("output", output(u"\n---\nok"_s), u"observation 'ok' 3 lines 7 chars"_s);
    row("error", said(TurnRole::Environment, TurnKind::Error, PartKind::Error, u"no"_s),
        u"error 'no' 1 lines 2 chars error"_s);
    row("signs only", thought(u"----\n***"_s), u"thought '' 2 lines 8 chars"_s);
    row("long", thought(u"x"_s.repeated(500)), u"thought '"_s + u"x"_s.repeated(159) + u"…' 1 lines 500 chars"_s);
}

void TestTurnDigest::turnsAreDigested()
{
    QFETCH(TurnContent, turn);
    QFETCH(QString, expected);
    QCOMPARE(printed(digestOf(turn)), expected);
}

void TestTurnDigest::testsAreSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTest");
    const auto row = [](const QString &text, bool isTest) { QTest::addRow("%s", qPrintable(text)) << text << isTest; };
    row(u"npm test"_s, true);
    row(u"cd x && PORT=1 timeout 30 npm run test:unit 2>&1 | tail -5"_s, true);
    row(u"npx jest --ci"_s, true);
    row(u"uv run pytest -q"_s, true);
    row(u"python3 -m unittest discover"_s, true);
    row(u"python manage.py test"_s, true);
    row(u"node --test"_s, true);
    row(u"curl -s http://localhost:3000/api/tags"_s, true);
    row(u"curl -s \"$BASE/users\""_s, true);
    row(u"node -e \"fetch('http://localhost:3000').then(console.log)\""_s, true);
    row(u"python3 - <<'E'\nimport requests\nrequests.get('http://127.0.0.1:5000')\nE\n"_s, true);
    row(u"if curl -sf localhost:3000/health; then echo up; fi"_s, true);
    row(u"npm install"_s, false);
    row(u"curl -fsSL https://deb.nodesource.com/setup_20.x | bash -"_s, false);
    row(u"cat > README.md <<'E'\nRun npm test, then\ncurl http://localhost:3000\nE\n"_s, false);
    row(u"cat package.json # npm test"_s, false);
    row(u"echo 'npm test'"_s, false);
    row(u"cat > a.py <<E\nimport requests\nrequests.get('http://localhost')\nE"_s, false);
    row(u"grep -rn jest src"_s, false);
    row(QString(), false);
}

void TestTurnDigest::testsAreSeen()
{
    QFETCH(QString, text);
    QFETCH(bool, isTest);
    QCOMPARE(digestOf(command(text)).runsTests, isTest);
}

void TestTurnDigest::sameCommandsHaveOneHash()
{
    const auto hash = [](const QString &text) { return digestOf(command(text)).commandHash; };
    QCOMPARE(hash(u"cd /repository && npm  start 2>&1\n"_s), hash(u"npm start"_s));
    QVERIFY(hash(u"npm start"_s) != hash(u"npm stop"_s));
    QVERIFY(hash(u"npm start"_s) != 0);
    QCOMPARE(digestOf(thought(u"npm start"_s)).commandHash, std::size_t(0));
    QVERIFY(digestOf(edit(u"a"_s, u"1"_s)).commandHash != digestOf(edit(u"a"_s, u"2"_s)).commandHash);
}

void TestTurnDigest::loopsAreFound()
{
    const auto start = command(u"npm start"_s, 1);
    const auto curl = command(u"curl localhost:3000/api"_s);
    const auto sed = command(u"sed -i s/a/b/ x.js"_s);
    const auto seen = output(u"x"_s);
    QCOMPARE(
        printedLoops({start, seen, start, seen, start, seen, curl}), QStringList{u"0-4 3 rounds of 1: npm start"_s});
    QCOMPARE(printedLoops({curl, seen, sed, curl, seen, sed, curl, sed, seen, start}),
        QStringList{u"0-7 3 rounds of 2: curl … → sed …"_s});
    QCOMPARE(printedLoops({start, start, start, curl, start, start, start, curl, start, start, start, curl}),
        QStringList{u"0-11 3 rounds of 4: npm … → npm … → npm … → curl …"_s});
    QCOMPARE(printedLoops({start, start, start, start, seen, curl, curl, curl}),
        QStringList({u"0-3 4 rounds of 1: npm start"_s, u"5-7 3 rounds of 1: curl localhost:3000/api"_s}));
    const auto digest = digestOf(ListedTurns({curl, start, seen, start, start, curl}), Progress());
    QStringList marks;
    for (const auto &turn : digest.turns)
        marks.append(QString::number(turn.loop));
    QCOMPARE(marks.join(u' '), u"-1 0 0 0 0 -1"_s);
}

void TestTurnDigest::whatIsNoLoop()
{
    const auto start = command(u"npm start"_s);
    QCOMPARE(printedLoops({start, start}), QStringList());
    QCOMPARE(printedLoops({start, thought(u"hm"_s), start, thought(u"hm"_s), start}), QStringList());
    QCOMPARE(printedLoops({}), QStringList());
}

void TestTurnDigest::bigSourcesAreReadWhole()
{
    std::vector<TurnContent> turns;
    for (int i = 0; i < 2000; ++i)
        turns.push_back(i % 2 == 0 ? command(u"echo %1"_s.arg(i)) : output(u"line of output\n"_s.repeated(4000)));
    const auto digest = digestOf(ListedTurns(std::move(turns)), Progress());
    QCOMPARE(digest.turns.size(), std::size_t(2000));
    QCOMPARE(digest.turns.at(1998).title, u"echo 1998"_s);
    QCOMPARE(digest.turns.at(1999).lines, 4000);
}

void TestTurnDigest::cancelledGivesNothing()
{
    std::atomic<int> asked = 0;
    const Progress progress([&asked] { return ++asked > 20; });
    const auto digest = digestOf(ListedTurns(std::vector<TurnContent>(500, command(u"ls"_s))), progress);
    QCOMPARE(digest, TrajectoryDigest());
}

void TestTurnDigest::hostileCommands()
{
    for (const auto *unit :
        {"<<E\n", "<<", "'", "\"", "\\", "$(", "a ", "\n", ";", "> ", "cat <<E <<E ", "cd x && ", "curl "}) {
        const auto text = QString::fromLatin1(unit).repeated(300'000);
        const auto digest = digestOf(command(text));
        QCOMPARE(digest.characters, text.size());
        QVERIFY(digest.title.size() <= 160);
    }
}

QTEST_GUILESS_MAIN(TestTurnDigest)
#include "tst_turndigest.moc"
