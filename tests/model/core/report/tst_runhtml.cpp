// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/htmltext.h>
#include <report/runhtml.h>

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

class FewTurns final : public TurnSource
{
public:
    explicit FewTurns(std::vector<TurnContent> turns)
        : m_turns(std::move(turns))
    { }

    [[nodiscard]] int count() const override { return static_cast<int>(m_turns.size()); }
    [[nodiscard]] Turn outline(int index) const override { return {.index = index}; }
    [[nodiscard]] TurnContent turn(int index) const override { return m_turns[static_cast<std::size_t>(index)]; }
    [[nodiscard]] QByteArray raw(int) const override { return {}; }

private:
    std::vector<TurnContent> m_turns;
};

const auto hostile
    = u"<script src=\"https://evil.example/x.js\">alert('&')</script>\x1B[31m<img src=x onerror=y>\x1B[0m\u202E"_s;

RunReading hostileRun()
{
    RunReading reading;
    reading.run.key = {.runtime = u"uv"_s, .configuration = {u"mini_swe_sdk"_s, hostile}, .task = hostile, .trial = 1};
    reading.run.assertions = 4;
    reading.run.passed = 3;
    reading.requests = {{.name = hostile,
        .code = 500,
        .assertions = {{hostile, AssertionOutcome::Failed, u"expected 500 to equal 200"_s}},
        .total = 4,
        .passed = 3,
        .failed = 1}};
    reading.verdicts = {{.compliant = false, .reason = hostile, .violations = {{.file = hostile, .line = 3}}}};
    reading.patch.bytes
        = u"diff --git a/a.py b/a.py\nnew file mode 100644\n--- /dev/null\n+++ b/a.py\n@@ -0,0 +1 @@\n+%1\n"_s
              .arg(hostile)
              .toUtf8();
    reading.serverLog = {u"conduit.log"_s, hostile.toUtf8()};
    std::vector<TurnPart> parts;
    for (const auto kind : {PartKind::Text, PartKind::Reasoning, PartKind::Command, PartKind::Output, PartKind::Error,
             PartKind::Edit, PartKind::Image, PartKind::Raw})
        parts.push_back({.kind = kind, .text = hostile});
    parts.push_back({.kind = PartKind::Output, .text = u"line\n"_s.repeated(200), .returnCode = 1});
    reading.turns = std::make_shared<FewTurns>(std::vector<TurnContent>{{.kind = TurnKind::Command, .parts = parts}});
    return reading;
}

QString written(const RunReading &reading)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto done = writeRunHtml(buffer, reading,
        {.study = hostile, .link = u"decayscope:x/run/1"_s, .program = u"Decayscope"_s, .configuration = hostile}, {});
    return done ? QString::fromUtf8(buffer.data()) : done.error().message;
}

} // namespace

class TestRunHtml : public QObject
{
    Q_OBJECT

private slots:
    void nothingInATextIsMarkup()
    {
        QCOMPARE(htmlText(u"a<b> & \"c\" 'd'\tx\ny"), u"a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;\tx\ny"_s);
        QCOMPARE(htmlText(u"\x1B[1;31mred\x1B[0m \x1B]8;;http://x\aname\x1B]8;;\a end\x1B"), u"red name end"_s);
        QCOMPARE(htmlText(u"a\u0000b\rc\u202Ed\x1B["_s), u"a b c d"_s);
    }

    void aHostileRunStaysText()
    {
        const auto page = written(hostileRun());
        QStringList tags;
        static const QRegularExpression tag(u"<(/?[a-zA-Z!][^\\s>]*)"_s);
        for (const auto &match : tag.globalMatch(page))
            tags << match.captured(1).toLower();
        tags.removeDuplicates();
        tags.sort();
        const QStringList known{u"!doctype"_s, u"/body"_s, u"/dd"_s, u"/details"_s, u"/dl"_s, u"/dt"_s, u"/h1"_s,
            u"/h2"_s, u"/head"_s, u"/header"_s, u"/html"_s, u"/p"_s, u"/pre"_s, u"/section"_s, u"/span"_s, u"/style"_s,
            u"/summary"_s, u"/table"_s, u"/td"_s, u"/th"_s, u"/title"_s, u"/tr"_s, u"body"_s, u"br"_s, u"dd"_s,
            u"details"_s, u"dl"_s, u"dt"_s, u"h1"_s, u"h2"_s, u"head"_s, u"header"_s, u"html"_s, u"meta"_s, u"p"_s,
            u"pre"_s, u"section"_s, u"span"_s, u"style"_s, u"summary"_s, u"table"_s, u"td"_s, u"th"_s, u"title"_s,
            u"tr"_s};
        for (const auto &found : tags)
            QVERIFY2(known.contains(found), qPrintable(found));
        static const QRegularExpression reference(u"<[^>]*\\s(src|href|action|data|poster|on[a-z]+)\\s*="_s);
        QVERIFY(!reference.match(page).hasMatch());
        QVERIFY(!page.contains(u"url("));
        QVERIFY(!page.contains(QChar(0x1B)));
        QVERIFY(page.contains(u"default-src 'none'"));
    }

    void saysWhatCountsInTheRun()
    {
        const auto page = written(hostileRun());
        for (const auto &words : {u"3 of 4 passed"_s, u"expected 500 to equal 200"_s, u"violated"_s, u"return code 1"_s,
                 u"201 lines"_s, u"id=\"turn-1\""_s, u"Files of the patch"_s, u"Server log"_s, u"decayscope:x/run/1"_s})
            QVERIFY2(page.contains(words), qPrintable(words));
        QVERIFY(!page.contains(u"Set-up log"));
    }

    void hugePartsAreCut()
    {
        auto reading = hostileRun();
        reading.serverLog.bytes = QByteArray(3'000'000, 'x');
        const auto page = written(reading);
        QVERIFY(page.size() < 1'500'000);
        QVERIFY(page.contains(u"2000000 more characters"));
    }

    void cancellingAndFullDisksAreSaid()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Progress stopped([] { return true; });
        QCOMPARE(writeRunHtml(buffer, hostileRun(), {}, stopped).error().kind, ErrorKind::Cancelled);
        QBuffer closed;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"device not open"_s));
        QCOMPARE(writeRunHtml(closed, hostileRun(), {}, {}).error().kind, ErrorKind::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestRunHtml)
#include "tst_runhtml.moc"
