// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperfigures.h"

#include <printing/preflight.h>
#include <printing/preflightrules.h>
#include <printing/preflightsubject.h>

#include <QElapsedTimer>
#include <QFontDatabase>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QString resultName(PreflightResult result)
{
    static const QStringList names{u"passed"_s, u"warning"_s, u"failed"_s, u"overridden"_s};
    return names.value(static_cast<int>(result));
}

QStringList printed(const std::vector<PreflightFinding> &findings)
{
    QStringList lines;
    for (const auto &finding : findings)
        lines << u"%1 %2%3"_s.arg(finding.rule, resultName(finding.result),
            finding.message.isEmpty() ? QString() : u": "_s + finding.message);
    return lines;
}

QStringList notPassed(const FigureSpec &figure, const FigureLook &look, const QByteArray &pdf = {})
{
    QStringList lines;
    for (const auto &line : printed(preflight(figure, {.look = look}, pdf))) {
        if (!line.endsWith(u" passed"_s))
            lines << line;
    }
    return lines;
}

/// The line of one rule.
QString said(const FigureSpec &figure, const FigureLook &look, const QString &rule)
{
    return notPassed(figure, look).filter(QRegularExpression(u"^"_s + rule + u" "_s)).value(0);
}

QString words(const PreflightVerdict &verdict)
{
    return resultName(verdict.result) + (verdict.message.isEmpty() ? QString() : u": "_s + verdict.message);
}

InkMark textMark(const QString &text, QRectF box, double size = 9, const QColor &color = Qt::black)
{
    InkMark mark;
    mark.kind = InkKind::Text;
    mark.text = text;
    mark.textSize = size;
    mark.box = QPolygonF(box);
    mark.box.removeLast();
    mark.brush = color;
    return mark;
}

PreflightSubject page(std::vector<InkMark> marks)
{
    PreflightSubject subject{.look = paperLook()};
    subject.ink.size = {396, 244.8};
    subject.ink.marks = std::move(marks);
    return subject;
}

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFontDatabase::hasFamily(u"TeX Gyre Termes"_s))
            QSKIP("The font TeX Gyre Termes (package fonts-texgyre) is not installed.");
    }

    void aGoodFigurePasses()
    {
        const auto findings = preflight(printedCurves(4), {.look = paperLook()});
        qInfo().noquote() << printed(findings).join(u'\n');
        QStringList rules;
        for (const auto &finding : findings)
            rules << finding.rule;
        QCOMPARE(rules.join(u' '),
            u"size text-size line-width overlap clipped contrast colour-vision grey redundant-coding fonts blank"_s);
        QCOMPARE(notPassed(printedCurves(4), paperLook()), QStringList());
        QVERIFY(mayExport(findings));
    }

    void everyShapePasses()
    {
        qInfo().noquote() << notPassed(printedForest(), paperLook()) << notPassed(printedStack(), paperLook())
                          << notPassed(printedHeat(8, 5), paperLook());
        QCOMPARE(notPassed(printedForest(), paperLook()).filter(u" failed"_s), QStringList());
        QCOMPARE(notPassed(printedStack(), paperLook()).filter(u" failed"_s), QStringList());
        QCOMPARE(notPassed(printedHeat(8, 5), paperLook()).filter(u" failed"_s), QStringList());
    }

    /// A heat map of a whole study has thousands of marks.
    void manyMarksAreLookedAt()
    {
        auto look = paperLook();
        look.height = 9;
        QElapsedTimer timer;
        timer.start();
        const auto findings = preflight(printedHeat(80, 10), {.look = look});
        qInfo().noquote() << timer.elapsed() << "ms" << printed(findings).join(u' ');
        QCOMPARE(findings.size(), 11U);
    }

    void smallTextFails()
    {
        auto look = paperLook();
        look.tickSize = 5.4;
        QVERIFY2(said(printedCurves(2), look, u"text-size"_s).contains(u"is 5.4 pt at this width"_s),
            qPrintable(said(printedCurves(2), look, u"text-size"_s)));
        QVERIFY(said(printedCurves(2), look, u"text-size"_s).startsWith(u"text-size failed: “"_s));
        look.tickSize = 6.5;
        QVERIFY(said(printedCurves(2), look, u"text-size"_s).startsWith(u"text-size warning: “"_s));
        look.tickSize = 7;
        QCOMPARE(said(printedCurves(2), look, u"text-size"_s), QString());
    }

    void thinLinesFail()
    {
        auto look = paperLook();
        look.lineWidth = 0.3;
        const auto line = said(printedCurves(2), look, u"line-width"_s);
        qInfo().noquote() << line;
        QVERIFY(line.startsWith(u"line-width failed: A line of colour #"_s));
        QVERIFY(line.endsWith(u" pt wide, which printers may lose: choose lines of 0.5 pt or more."_s));
    }

    void impossibleAndTallSizesAreTold()
    {
        auto look = paperLook();
        look.height = 12;
        QCOMPARE(said(printedCurves(2), look, u"size"_s),
            u"size warning: The figure is 12 in high, more than a page's text with a caption: choose 9.5 in or less."_s);
        look.height = 0.01;
        QVERIFY(said(printedCurves(2), look, u"size"_s).startsWith(u"size failed: A size is out of its range"_s));
    }

    void textsUponEachOtherFail()
    {
        QCOMPARE(words(judgeOverlap(page({textMark(u"L0"_s, {10, 10, 20, 8}), textMark(u"n = 8"_s, {25, 12, 20, 8}),
                     textMark(u"L1"_s, {60, 10, 20, 8})}))),
            u"failed: “L0” and “n = 8” lie upon each other: make the figure larger or the text smaller, or use a legend."_s);
        QCOMPARE(words(judgeOverlap(page({textMark(u"L0"_s, {10, 10, 20, 8}), textMark(u"L1"_s, {30, 10, 20, 8})}))),
            u"passed"_s);
    }

    /// Slanted labels whose upright frames meet, but whose words do not.
    void slantedTextsMayStandSideBySide()
    {
        auto first = textMark(u"Qwen3-Coder"_s, {0, 0, 50, 8});
        auto second = textMark(u"Kimi-K2.5"_s, {0, 0, 50, 8});
        first.box = QTransform().translate(100, 100).rotate(-45).map(first.box);
        second.box = QTransform().translate(120, 100).rotate(-45).map(second.box);
        QCOMPARE(words(judgeOverlap(page({first, second}))), u"passed"_s);
        second.box = first.box.translated(3, 0);
        QVERIFY(words(judgeOverlap(page({first, second}))).startsWith(u"failed"_s));
    }

    void cutTextsFail()
    {
        QCOMPARE(words(judgeClipped(page({textMark(u"Kimi-K2.5"_s, {380, 10, 40, 8})}))),
            u"failed: “Kimi-K2.5” runs over the edge: make the figure larger or the text smaller."_s);
        auto clipped = textMark(u"Kimi-K2.5"_s, {100, 10, 40, 8});
        clipped.clip.addRect(90, 0, 20, 50);
        QVERIFY(words(judgeClipped(page({clipped}))).startsWith(u"failed"_s));
        QCOMPARE(words(judgeClipped(page({textMark(u"Qwen3-Co…"_s, {100, 10, 40, 8})}))),
            u"warning: “Qwen3-Co…” is shortened: make the figure wider, the text smaller, or use a legend."_s);
        QCOMPARE(words(judgeClipped(page({textMark(u"Qwen3-Coder"_s, {100, 10, 40, 8})}))), u"passed"_s);
    }

    void paleColoursFail()
    {
        auto subject = page({});
        subject.signs = {{.name = u"Kimi-K2.5"_s, .color = QColor(240, 228, 66)}};
        QCOMPARE(words(judgeContrast(subject)),
            u"failed: “Kimi-K2.5” stands out from the paper by less than 3.0 : 1: choose another palette."_s);
        QVERIFY(words(judgeContrast(page({textMark(u"12"_s, {10, 10, 20, 8}, 9, QColor(200, 200, 200))})))
                .startsWith(u"failed: “12” stands out"_s));
    }

    /// White text on a dark cell is fine, on the paper it is not.
    void textIsComparedWithWhatLiesBelow()
    {
        InkMark cell;
        cell.path.addRect(0, 0, 40, 40);
        cell.brush = QColor(0, 30, 90);
        cell.pen = QPen(Qt::NoPen);
        QCOMPARE(words(judgeContrast(page({cell, textMark(u"12"_s, {10, 10, 20, 8}, 9, Qt::white)}))), u"passed"_s);
        QVERIFY(words(judgeContrast(page({cell, textMark(u"12"_s, {60, 10, 20, 8}, 9, Qt::white)})))
                .startsWith(u"failed"_s));
    }

    void coloursThatSomeReadersMistakeFail()
    {
        auto subject = page({});
        subject.signs
            = {{.name = u"A"_s, .color = QColor(200, 60, 60)}, {.name = u"B"_s, .color = QColor(120, 100, 55)}};
        qInfo().noquote() << words(judgeColorVision(subject)) << words(judgeGrey(subject));
        QCOMPARE(words(judgeColorVision(subject)),
            u"failed: “A” and “B” look alike to readers with protanopia: switch markers or dashes on, or choose another palette."_s);
        subject.signs[1].marker = 3;
        QCOMPARE(words(judgeColorVision(subject)), u"passed"_s);
    }

    void coloursOfOneGreyFail()
    {
        auto look = paperLook();
        look.markers = false;
        look.dashes = false;
        QVERIFY2(said(printedCurves(6), look, u"grey"_s).contains(u"look alike when printed in grey"_s),
            qPrintable(said(printedCurves(6), look, u"grey"_s)));
        look.dashes = true;
        look.markers = true;
        QCOMPARE(said(printedCurves(6), look, u"grey"_s), QString());
    }

    void manySeriesNeedMoreThanColour()
    {
        auto look = paperLook();
        look.markers = false;
        look.dashes = false;
        look.names = SeriesNames::Legend;
        const auto line = said(printedCurves(5), look, u"redundant-coding"_s);
        qInfo().noquote() << line;
        QVERIFY(line.startsWith(u"redundant-coding failed: With more than 4 series colour alone is not enough"_s));
        QCOMPARE(said(printedCurves(4), look, u"redundant-coding"_s), QString());
        look.markers = true;
        QCOMPARE(said(printedCurves(5), look, u"redundant-coding"_s), QString());
    }

    void missingFontsFail()
    {
        auto look = paperLook();
        look.font = u"Nowhere Sans"_s;
        QCOMPARE(said(printedCurves(2), look, u"fonts"_s),
            u"fonts failed: The font “Nowhere Sans” is not installed. Install it, or choose another font."_s);
    }

    /// jamovi#1334: umlauts are fine; what the font lacks is told, and what no font has fails.
    void lettersAreLookedFor()
    {
        auto figure = printedCurves(2);
        figure.series[0].name = u"Größe Müller"_s;
        QCOMPARE(notPassed(figure, paperLook()), QStringList());
        auto subject = page({textMark(u"Größe \U00013000"_s, {10, 10, 40, 8})});
        qInfo().noquote() << words(judgeFonts(subject));
        QVERIFY(words(judgeFonts(subject))
                .startsWith(u"failed: No installed font has “\U00013000” of “Größe \U00013000”"_s));
    }

    void emptyPagesFail()
    {
        QVERIFY(words(judgeBlank(page({}))).startsWith(u"failed: The page is empty"_s));
        auto figure = printedCurves(0);
        QCOMPARE(said(figure, paperLook(), u"blank"_s),
            u"blank failed: The figure has no points: widen the filter, or show series that are switched off."_s);
    }

    void aReasonLetsAFailurePass()
    {
        FigureRecipe recipe{.look = paperLook()};
        recipe.look.lineWidth = 0.3;
        QVERIFY(!mayExport(preflight(printedCurves(2), recipe)));
        recipe.overrides[u"line-width"_s] = u"  "_s;
        QVERIFY(!mayExport(preflight(printedCurves(2), recipe)));
        recipe.overrides[u"line-width"_s] = u"The publisher asks for hairlines."_s;
        const auto findings = preflight(printedCurves(2), recipe);
        QVERIFY(mayExport(findings));
        QCOMPARE(resultName(findings[2].result), u"overridden"_s);
        QVERIFY(!findings[2].message.isEmpty());
    }
};

QTEST_MAIN(TestPreflight)
#include "tst_preflight.moc"
