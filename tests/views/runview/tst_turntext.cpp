// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupturns.h"

#include <runview/ansitext.h>
#include <runview/hues.h>
#include <runview/markdowntext.h>
#include <runview/rawtext.h>
#include <runview/textrows.h>
#include <runview/turnblocks.h>
#include <runview/turnheights.h>
#include <runview/turnmatcher.h>
#include <widgets/tones.h>

#include <QTest>
#include <QTextBlock>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QString printed(const AnsiText &text)
{
    QStringList spans;
    for (const auto &span : text.spans)
        spans.append(u"%1+%2 f%3 b%4 %5"_s.arg(span.offset)
                .arg(span.length)
                .arg(span.style.foreground, 0, 16)
                .arg(span.style.background, 0, 16)
                .arg(span.style.flags));
    return spans.isEmpty() ? text.text : QString(text.text % u" | " % spans.join(u"; "));
}

QStringList printed(const std::vector<TurnBlock> &blocks)
{
    static const QStringList kinds{u"markdown"_s, u"reasoning"_s, u"command"_s, u"output"_s, u"error"_s, u"raw"_s,
        u"edit"_s, u"link"_s, u"note"_s};
    QStringList texts;
    for (const auto &block : blocks) {
        auto text = block.text;
        texts.append(u"%1 @%2: %3"_s.arg(kinds[static_cast<int>(block.kind)])
                .arg(block.firstRow)
                .arg(text.replace(u'\n', u'/')));
    }
    return texts;
}

QStringList blocksOfTurn(const TurnContent &turn, const TurnFold &fold = {}, const ShownGroups &groups = {})
{
    const auto shown = shownTurn(turn);
    return printed(blocksOf(
        {.turn = shown, .fold = fold, .groups = groups, .page = [](int, const PartFold &) { return std::nullopt; }}));
}

QStringList found(const FindQuery &query, const QString &row, size_t most = 10)
{
    std::vector<RowMatch> matches;
    const TurnMatcher matcher(query);
    QStringList places;
    if (!matcher.find(row, most, matches))
        places.append(u"strained"_s);
    for (const auto &match : matches)
        places.append(u"%1+%2"_s.arg(match.offset).arg(match.length));
    return places;
}

QString markdown(const QString &text)
{
    QuietDocument document;
    fillWithMarkdown(document, text, {});
    return document.toPlainText();
}

} // namespace

class TestTurnText : public QObject
{
    Q_OBJECT

private slots:
    void ansiIsResolved_data();
    void ansiIsResolved();
    void hostileAnsiEnds();
    void colorsAreReadable();
    void rowsAreCut();
    void markdownIsHarmless_data();
    void markdownIsHarmless();
    void hostileMarkdownEnds();
    void longPartsFold();
    void openedPartsPage();
    void groupsHideParts();
    void rawFormIsIndented();
    void matchesAreFound();
    void hostileExpressionsEnd();
    void jsonIsSiftedBeforeReading();
    void heightsAddUp();
};

void TestTurnText::ansiIsResolved_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"a\tb\nc"_s << u"a\tb\nc"_s;
    QTest::newRow("colour") << u"\x1b[31mred\x1b[0m x"_s << u"red x | 0+3 f1000001 b0 0"_s;
    QTest::newRow("256") << u"\x1b[38;5;208mx\x1b[m"_s << u"x | 0+1 f10000d0 b0 0"_s;
    QTest::newRow("true") << u"\x1b[48;2;1;2;3;1mx"_s << u"x | 0+1 f0 b2010203 1"_s;
    QTest::newRow("bright, bold off") << u"\x1b[1;93mx\x1b[22;39my"_s << u"xy | 0+1 f100000b b0 1"_s;
    QTest::newRow("lasts over lines") << u"\x1b[4ma\nb"_s << u"a\nb | 0+1 f0 b0 8; 2+1 f0 b0 8"_s;
    QTest::newRow("carriage return") << u" 10%\r 20%\rdone"_s << u"done"_s;
    QTest::newRow("shorter over longer") << u"abcdef\rxy"_s << u"xycdef"_s;
    QTest::newRow("crlf") << u"a\r\nb\r\n"_s << u"a\nb\n"_s;
    QTest::newRow("backspace") << u"abc\b\bX"_s << u"aXc"_s;
    QTest::newRow("erase line") << u"abc\x1b[2K\rde"_s << u"de"_s;
    QTest::newRow("erase rest") << u"abcdef\x1b[3D\x1b[K"_s << u"abc"_s;
    QTest::newRow("forward") << u"a\x1b[3Cb"_s << u"a   b"_s;
    QTest::newRow("cursor noise") << u"\x1b[?25l\x1b[2J\x1b[10;3Htext\x1b[1A\x1b[?25h"_s << u"text"_s;
    QTest::newRow("title and link") << u"\x1b]0;evil\x07x\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\"_s << u"xy"_s;
    QTest::newRow("charset") << u"\x1b(Bx\x1b=y"_s << u"xy"_s;
    QTest::newRow("controls shown") << QString(u"a"_s + QChar(0) + QChar(0x7f) + u"b"_s) << u"a\u2400\u2421b"_s;
    QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xd800) + u"b"_s + QChar(0xdc00)) << u"a\ufffdb\ufffd"_s;
    QTest::newRow("unfinished") << u"a\x1b["_s << u"a"_s;
}

void TestTurnText::ansiIsResolved()
{
    QFETCH(const QString, source);
    QTEST(printed(ansiText(source)), "expected");
}

void TestTurnText::hostileAnsiEnds()
{
    QCOMPARE(ansiText(u"\x1b]"_s.repeated(100'000)).text.size(), 0);
    QCOMPARE(ansiText(QString(u"\x1b[999999999C"_s.repeated(2000) + u'x')).text.size(), 2001);
    QCOMPARE(
        ansiText(QString(u"\x1b[1;"_s.repeated(50'000) + u'x')).text.size(), 0); // The last letter ends the sequence.
    QString colored;
    for (int i = 0; i < 20'000; ++i)
        colored += u"\x1b[38;2;%1;%2;0mx"_s.arg(i % 256).arg(i / 256);
    QCOMPARE(ansiText(colored).spans.size(), 20'000U);
    QCOMPARE(withoutAnsi(colored), QString(20'000, u'x'));
}

void TestTurnText::colorsAreReadable()
{
    for (const auto &background : {QColor(Qt::white), QColor(30, 30, 30), QColor(128, 128, 128)}) {
        const auto text
            = contrast(background, Qt::black) > contrast(background, Qt::white) ? QColor(Qt::black) : QColor(Qt::white);
        for (quint32 index = 0; index < 256; ++index) {
            const auto format = ansiFormat({.foreground = AnsiStyle::indexed | index}, text, background);
            QVERIFY2(contrast(format.foreground().color(), background) >= 3.9, qPrintable(QString::number(index)));
        }
    }
}

void TestTurnText::rowsAreCut()
{
    QCOMPARE(rowCount(u""), 0);
    QCOMPARE(rowCount(u"a"), 1);
    QCOMPARE(rowCount(u"a\n"), 1);
    QCOMPARE(rowCount(u"a\n\nb"), 3);
    const QString wide(10'000, u'x');
    QCOMPARE(rowCount(wide), 3);
    QCOMPARE(rowAt(wide, 0).text.size(), longestRow);
    const auto words = u"word "_s.repeated(2000);
    QVERIFY(rowAt(words, 0).text.endsWith(u' '));
    QCOMPARE(rowsFrom(u"a\nb\nc\nd", 1, 2, 100).text.toString(), u"b\nc"_s);
    QCOMPARE(rowsFrom(u"a\nb", 7, 2, 100).rows, 0);
    QCOMPARE(rowsFrom(u"aaa\nbbb\nccc", 0, 9, 7).text.toString(), u"aaa\nbbb"_s);
    QCOMPARE(lastRows(u"a\nb\nc\n", 2, 100).text.toString(), u"b\nc"_s);
    QCOMPARE(lastRows(u"a\nb", 9, 100).text.toString(), u"a\nb"_s);
    QCOMPARE(lastRows(u"a\n\n\n", 2, 100).rows, 2);
    QCOMPARE(lastRows(u"", 2, 100).rows, 0);
    QCOMPARE(lastRows(wide, 3, 50).text.size(), 50);
}

void TestTurnText::markdownIsHarmless_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bold") << u"**a** `b`"_s << u"a b"_s;
    QTest::newRow("link") << u"[here](http://evil/x)"_s << u"here (http://evil/x)"_s;
    QTest::newRow("bare") << u"<http://evil/x>"_s << u"http://evil/x"_s;
    QTest::newRow("image") << u"![a cat](http://evil/cat.png)"_s << u"[image: a cat]"_s;
    QTest::newRow("html") << u"<script>alert(1)</script>"_s << u"<script>alert(1)</script>"_s;
    QTest::newRow("html image") << u"x <img src=\"file:///etc/passwd\"> y"_s
                                << u"x <img src=\"file:///etc/passwd\"> y"_s;
}

void TestTurnText::markdownIsHarmless()
{
    QFETCH(const QString, source);
    QTEST(markdown(source).trimmed(), "expected");
    QuietDocument document;
    fillWithMarkdown(document, source, {});
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto i = block.begin(); !i.atEnd(); ++i)
            QVERIFY(!i.fragment().charFormat().isAnchor() && !i.fragment().charFormat().isImageFormat());
    }
}

void TestTurnText::hostileMarkdownEnds()
{
    for (const auto &piece :
        {u">"_s, u"["_s, u"*a_"_s, u"- "_s, u"`"_s, u"![]("_s, u"|a"_s, u"<a "_s, u"&#0;"_s, u"1. \n"_s}) {
        QVERIFY(!markdown(piece.repeated(longestMarkdown / piece.size())).isNull());
        QVERIFY(!markdown(piece.repeated(100'000)).isNull());
    }
    QVERIFY(!markdown(u"|a|b|\n|-|-|\n"_s + u"x\n"_s.repeated(5000)).isNull());
}

void TestTurnText::longPartsFold()
{
    QCOMPARE(blocksOfTurn(anOutput(lines(14))).size(), 1);
    QCOMPARE(blocksOfTurn(anOutput(lines(226), 1)),
        QStringList({u"error @0: line 1/line 2/line 3/line 4/line 5/line 6/line 7/line 8"_s,
            u"link @0: \u2026 215 more lines"_s, u"error @223: line 224/line 225/line 226"_s}));
    const auto wide = blocksOfTurn(anOutput(QString(1'000'000, u'x')));
    QVERIFY2(wide.join(QString()).size() < 20'000, qPrintable(QString::number(wide.join(QString()).size())));
    QCOMPARE(blocksOfTurn(aPrompt(lines(30))).at(1), u"link @0: \u2026 18 more lines"_s);
    QCOMPARE(blocksOfTurn(anEdit(u"src/a.js"_s, lines(12))), QStringList(u"edit @0: create src/a.js"_s));
    auto told = anEdit(u"src/a.js"_s, lines(2));
    told.parts.push_back({.kind = PartKind::Output, .text = u"File created at: src/a.js"_s});
    QCOMPARE(blocksOfTurn(told), QStringList(u"output @0: File created at: src/a.js"_s));
    TurnContent many;
    many.parts.assign(5000, {.kind = PartKind::Text, .text = u"x"_s});
    QCOMPARE(blocksOfTurn(many).last(), u"note @0: \u2026 and 4920 more parts: see the raw form."_s);
}

void TestTurnText::openedPartsPage()
{
    const auto turn = anOutput(lines(1000));
    const auto kinds = [&](const PartFold &fold) {
        QStringList kept;
        for (const auto &text : blocksOfTurn(turn, {.parts = {{0, fold}}}))
            kept.append(text.size() < 40 ? text : text.left(20));
        return kept;
    };
    QCOMPARE(kinds({.isOpen = true}),
        QStringList({u"output @0: line 1/li"_s, u"link @0: \u2026 700 more lines"_s, u"link @0: Show less"_s}));
    QCOMPARE(kinds({.isOpen = true, .first = 600, .pages = 2}),
        QStringList({u"link @0: \u2026 600 earlier lines"_s, u"output @600: line 60"_s, u"link @0: Show less"_s}));
    const auto large = blocksOfTurn(anOutput(lines(100'000)), {.isOpen = true});
    QCOMPARE(large, QStringList({u"note @0: Reading\u2026"_s, u"link @0: Show less"_s}));
    QCOMPARE(pageOf(lines(1000), {.isOpen = true, .first = 998}), u"line 999\nline 1000"_s);
}

void TestTurnText::groupsHideParts()
{
    const auto turn = aCommand(u"why"_s, u"ls"_s);
    QCOMPARE(blocksOfTurn(turn), QStringList({u"markdown @0: why"_s, u"command @0: ls"_s}));
    QCOMPARE(blocksOfTurn(turn, {}, {.tools = false}), QStringList(u"markdown @0: why"_s));
    QCOMPARE(blocksOfTurn(turn, {}, {.reasoning = false}), QStringList(u"command @0: ls"_s));
    QCOMPARE(blocksOfTurn(turn, {.showsAll = true}, {.tools = false, .reasoning = false}).size(), 2);
    QCOMPARE(blocksOfTurn(aPrompt(u"task"_s), {}, {.reasoning = false}), QStringList(u"markdown @0: task"_s));
}

void TestTurnText::rawFormIsIndented()
{
    QCOMPARE(rawText("{\"b\":[1,{\"a\":\"x,{y\"}],\"c\":\"\\\"}\"}"),
        u"{\n  \"b\": [\n    1,\n    {\n      \"a\": \"x,{y\"\n    }\n  ],\n  \"c\": \"\\\"}\"\n}"_s);
    QCOMPARE(rawText("plain\xff"), u"plain\ufffd"_s);
    QVERIFY(rawText(QByteArray(100'000, '[')).size() < 10'000'000);
    QVERIFY(!rawText(QByteArray(100'000, ']')).isNull());
}

void TestTurnText::matchesAreFound()
{
    QCOMPARE(found({.pattern = u"AB"_s}, u"xabxAb"_s), QStringList({u"1+2"_s, u"4+2"_s}));
    QCOMPARE(found({.pattern = u"AB"_s, .isCaseSensitive = true}, u"xabxAB"_s), QStringList(u"4+2"_s));
    QCOMPARE(found({.pattern = u"a+"_s, .isRegularExpression = true}, u"baab a"_s), QStringList({u"1+2"_s, u"5+1"_s}));
    QCOMPARE(found({.pattern = u"(a)\\1"_s, .isRegularExpression = true}, u"baa"_s), QStringList(u"1+2"_s));
    QCOMPARE(found({.pattern = u"a*"_s, .isRegularExpression = true}, u"b\U0001f600b"_s), QStringList());
    QCOMPARE(found({.pattern = u"a"_s}, u"aaaa"_s, 2).size(), 2);
    QVERIFY(!TurnMatcher({.pattern = u"(a"_s, .isRegularExpression = true}).problem().isEmpty());
    QCOMPARE(TurnMatcher({.pattern = u"(a"_s}).problem(), QString());
}

void TestTurnText::hostileExpressionsEnd()
{
    for (const auto &pattern :
        {u"(a+)+$"_s, u"(a|aa)+$"_s, u"(.*)*x"_s, u"(?:a?){200}a{200}"_s, u"(*LIMIT_MATCH=4000000000)(a+)+$"_s,
            u"((((a*)*)*)*)*b"_s, u"(?R)?a"_s, u"^(([a-z])+.)+[A-Z]([a-z])+$"_s}) {
        const auto places = found({.pattern = pattern, .isRegularExpression = true}, QString(longestRow, u'a') + u'!');
        QVERIFY2(places.size() <= 11, qPrintable(pattern));
    }
}

void TestTurnText::jsonIsSiftedBeforeReading()
{
    const TurnMatcher any({.pattern = u"say \"Hello"_s});
    QVERIFY(any.mayBeIn("{\"x\":\"say \\\"hELLO\\\"\"}"));
    QVERIFY(!any.mayBeIn("{\"x\":\"say nothing\"}"));
    QVERIFY(any.mayBeIn("{\"x\":\"\\u0048ello\"}"));
    QVERIFY(!TurnMatcher({.pattern = u"Hello"_s, .isCaseSensitive = true}).mayBeIn("hello"));
    QVERIFY(TurnMatcher({.pattern = u"H.llo"_s, .isRegularExpression = true}).mayBeIn("x"));
    QVERIFY(TurnMatcher({.pattern = u"\u00e9\u00e9"_s}).mayBeIn("x"));
}

void TestTurnText::heightsAddUp()
{
    TurnHeights heights;
    QCOMPARE(heights.rowAt(0), -1);
    heights.assign({10, 0, 5, 20, 0});
    QCOMPARE(heights.total(), 35);
    QStringList rows;
    for (const int place : {0, 9, 10, 14, 15, 34, 35, 99})
        rows.append(QString::number(heights.rowAt(place)));
    QCOMPARE(rows.join(u' '), u"0 0 2 2 3 3 4 4"_s);
    heights.set(1, 7);
    QCOMPARE(heights.before(3), 22);
    QCOMPARE(heights.rowAt(10), 1);
}

QTEST_MAIN(TestTurnText)

#include "tst_turntext.moc"
