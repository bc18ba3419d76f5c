// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefigures.h"

#include <charts/axisticks.h>
#include <charts/chartpalette.h>
#include <charts/chartview.h>
#include <charts/figurelayout.h>
#include <charts/figurerenderer.h>
#include <charts/labellayout.h>
#include <charts/shapedrawing.h>
#include <charts/stackedsegment.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace Decayscope;

namespace {

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(0x1e, 0x20, 0x24));
    palette.setColor(QPalette::Window, QColor(0x26, 0x29, 0x2e));
    palette.setColor(QPalette::Text, QColor(0xe6, 0xe8, 0xea));
    palette.setColor(QPalette::WindowText, QColor(0xe6, 0xe8, 0xea));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(0x1c, 0x1e, 0x21));
    return palette;
}

QImage rendered(const FigureSpec &spec, QSize size, const QPalette &palette)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    renderFigure(
        painter, QRectF(QPointF(), QSizeF(size)), spec, ChartStyle::of(palette, QFont(QStringLiteral("Inter"), 10)));
    return image;
}

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

void keep(const QImage &image, const QString &name)
{
    if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
        QVERIFY(image.save(folder % u'/' % name % u".png"));
}

QStringList overlaps(const std::vector<NamePlace> &labels)
{
    QStringList found;
    for (std::size_t a = 0; a < labels.size(); ++a) {
        for (std::size_t b = a + 1; b < labels.size(); ++b) {
            if (labels[a].rect.intersects(labels[b].rect))
                found << labels[a].text % u" / " % labels[b].text;
        }
    }
    return found;
}

} // namespace

class TestChartView : public QObject
{
    Q_OBJECT

private slots:
    void everyColorStandsOutOnItsGround()
    {
        for (int i = 0; i < chartColorCount; ++i) {
            QVERIFY2(contrast(chartColor(i, false), Qt::white) >= 3.0, qPrintable(chartColorName(i)));
            QVERIFY2(contrast(chartColor(i, true), darkPalette().color(QPalette::Base)) >= 3.0,
                qPrintable(chartColorName(i)));
        }
        QCOMPARE(chartColor(chartColorCount, false), chartColor(0, false));
    }

    void labelsMoveApartAndStayInside()
    {
        const std::vector<double> wanted{50, 51, 10, 52, 100};
        QCOMPARE(spreadLabels(wanted, 10, 0, 100), (std::vector<double>{41, 51, 10, 61, 95}));
        QCOMPARE(spreadLabels(std::vector<double>{0, 0, 0}, 10, 0, 100), (std::vector<double>{5, 15, 25}));
        QCOMPARE(spreadLabels(std::vector<double>{100, 100}, 10, 0, 100), (std::vector<double>{85, 95}));
        QVERIFY(spreadLabels({}, 10, 0, 100).empty());
    }

    void stepsAreRound()
    {
        QCOMPARE(roundStep(100, 5), 20.0);
        QCOMPARE(roundStep(40, 6), 10.0);
        QCOMPARE(roundStep(0.7, 5), 0.2);
        QCOMPARE(roundStep(0, 5), 1.0);
    }

    void directLabelsDoNotOverlap()
    {
        const auto spec = Test::curves(12);
        const FigureLayout layout(spec, ChartStyle::of(lightPalette(), QFont()), QSizeF(700, 420));
        QCOMPARE(overlaps(layout.names()), QStringList());
        QCOMPARE(layout.names().size(), std::size_t{13}); // The published marks stand below.
        QVERIFY(layout.names()[0].sample && !layout.names()[1].sample);
    }

    void bandsAreClippedToTheAxis()
    {
        auto spec = Test::curves(1);
        spec.series[0].points[0].high = 300;
        const auto image = rendered(spec, {600, 400}, lightPalette());
        const FigureLayout layout(
            spec, ChartStyle::of(lightPalette(), QFont(QStringLiteral("Inter"), 10)), QSizeF(600, 400));
        const auto plot = layout.plot().toRect();
        const auto above = image.copy(plot.left(), plot.top() - 6, plot.width(), 4);
        QCOMPARE(pixelsOf(above, Qt::white), 4 * plot.width());
    }

    void drawsAllShapesLightAndDark()
    {
        for (const auto &spec : {Test::curves(10), Test::forest(), Test::stacked(), Test::dots(), Test::slope(8),
                 Test::smallMultiples(7), Test::tokens(), Test::scatter()}) {
            const auto light = rendered(spec, {760, 480}, lightPalette());
            const auto dark = rendered(spec, {760, 480}, darkPalette());
            QVERIFY(pixelsOf(light, chartColor(0, false)) > 50);
            QVERIFY(pixelsOf(dark, chartColor(0, true)) > 50);
            keep(light, u"chart-" % spec.name % u"-light");
            keep(dark, u"chart-" % spec.name % u"-dark");
        }
    }

    void hollowMarkersAreHollow()
    {
        const auto spec = Test::curves(2);
        const auto style = ChartStyle::of(lightPalette(), QFont(QStringLiteral("Inter"), 10));
        const FigureLayout layout(spec, style, QSizeF(700, 420));
        const auto image = rendered(spec, {700, 420}, lightPalette());
        QCOMPARE(image.pixelColor(layout.position({1, 3}).toPoint()), QColor(Qt::white));
        QCOMPARE(image.pixelColor(layout.position({1, 2}).toPoint()), chartColor(1, false));
    }

    void clickingAPointAsksForItsRuns()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        view.show();
        QSignalSpy activated(&view, &ChartView::pointActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(2, 1));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][1].toString(), QStringLiteral("Qwen3-235B · Mini-SWE · L1"));
        const auto filter = activated[0][0].value<RunFilter>();
        QCOMPARE(filter.models, QStringList{QStringLiteral("model-2")});
        QCOMPARE(filter.levels, std::set<int>{1});
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(activated.size(), 1);
    }

    void segmentsAreStackedAndFound()
    {
        const auto spec = Test::stacked();
        const auto style = ChartStyle::of(lightPalette(), QFont(QStringLiteral("Inter"), 10));
        const FigureLayout layout(spec, style, QSizeF(760, 480));
        const auto drawing = makeShapeDrawing(layout);
        const auto segment = [&](std::size_t series, std::size_t bar) {
            return stackedSegment(layout.frameOf(series), spec.series[series].points[bar]);
        };
        for (std::size_t bar = 0; bar < 4; ++bar) {
            for (std::size_t i = 0; i + 1 < spec.series.size(); ++i)
                QCOMPARE_LE(std::abs(segment(i, bar).top() - segment(i + 1, bar).bottom()), 1e-9);
        }
        QCOMPARE_LE(segment(0, 0).right(), segment(0, 1).left());
        QCOMPARE(drawing->hit(layout.position({3, 2}), 1), (FigureCursor{3, 2}));
        QCOMPARE(segment(1, 1).height(), 0.0);
        QVERIFY(!drawing->hit(layout.plot().topLeft(), 50));
        QCOMPARE(overlaps(layout.names()), QStringList());
        const auto image = rendered(spec, {760, 480}, lightPalette());
        const auto inside = segment(0, 0).bottomLeft() + QPointF(4, -4);
        QCOMPARE(image.pixelColor(inside.toPoint()), chartColor(0, false));
        ChartView view;
        view.resize(760, 480);
        view.setFigure(spec);
        view.show();
        QSignalSpy activated(&view, &ChartView::pointActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(2, 1));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][1].toString(), QStringLiteral("Category 2 · gpt-5.4"));
    }

    void keysWalkOverThePoints()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        view.show();
        view.setFocus();
        QSignalSpy activated(&view, &ChartView::pointActivated);
        QStringList seen;
        for (const auto key :
            {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up}) {
            QTest::keyClick(&view, key);
            seen << view.cursorText().section(u'\n', 0, 0);
        }
        QCOMPARE(seen,
            QStringList({QStringLiteral("GPT-5-mini · Mini-SWE · L0"), QStringLiteral("GPT-5-mini · Mini-SWE · L1"),
                QStringLiteral("Qwen3-Coder-Next · Mini-SWE · L1"), QStringLiteral("Qwen3-235B · Mini-SWE · L1"),
                QStringLiteral("Qwen3-235B · Mini-SWE · L1"), QStringLiteral("Qwen3-235B · Mini-SWE · L0"),
                QStringLiteral("Qwen3-Coder-Next · Mini-SWE · L0")}));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.cursorText().isEmpty());
    }

    void namesSwitchSeriesOffAndOn()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        view.show();
        QSignalSpy changed(&view, &ChartView::viewChanged);
        const auto second = view.figure().series[1].name;
        const auto before = view.placeOf(2, 1);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOfName(second));
        QCOMPARE(view.view().hidden, QStringList{second});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(view.placeOf(2, 1), before); // What stays does not jump.
        QVERIFY(view.placeOf(1, 1).isNull());
        QVERIFY(!view.placeOfName(second).isNull());
        QCOMPARE(view.figure().series.size(), std::size_t{3});
        QSignalSpy activated(&view, &ChartView::pointActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(2, 1));
        QCOMPARE(activated[0][1].toString(), QStringLiteral("Qwen3-235B · Mini-SWE · L1"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOfName(second));
        QVERIFY(view.view().isWhole());
        QCOMPARE(changed.size(), 2);
    }

    void keysSwitchSeriesOffAndOn()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        view.show();
        view.setFocus();
        QStringList seen;
        for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_H, Qt::Key_H, Qt::Key_H}) {
            QTest::keyClick(&view, key);
            seen << QString(view.cursorText().section(u' ', 0, 0) % u" | " % view.view().hidden.join(u", "));
        }
        QCOMPARE(seen,
            QStringList({QStringLiteral("GPT-5-mini | "), QStringLiteral("Qwen3-Coder-Next | "),
                QStringLiteral("Qwen3-235B | Qwen3-Coder-Next · Mini-SWE"),
                QStringLiteral(" | Qwen3-Coder-Next · Mini-SWE, Qwen3-235B · Mini-SWE"),
                QStringLiteral(" | Qwen3-Coder-Next · Mini-SWE, Qwen3-235B · Mini-SWE")}));
        QTest::keyClick(&view, Qt::Key_H, Qt::ShiftModifier);
        QVERIFY(view.view().isWhole());
        QCOMPARE(view.accessibleDescription(), QStringLiteral("All series are shown."));
    }

    void zoomsByKeysAndShowsTheWholeAgain()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        view.show();
        view.setFocus();
        QSignalSpy changed(&view, &ChartView::viewChanged);
        const auto range = [&view] {
            const auto y = view.view().y;
            return y ? QStringLiteral("%1–%2").arg(y->minimum, 0, 'f', 2).arg(y->maximum, 0, 'f', 2)
                     : QStringLiteral("whole");
        };
        QStringList seen;
        QTest::keyClick(&view, Qt::Key_Plus);
        seen << range();
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
        seen << range();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        seen << range();
        QTest::keyClick(&view, Qt::Key_Minus);
        seen << range();
        QTest::keyClick(&view, Qt::Key_Plus);
        QTest::keyClick(&view, Qt::Key_Escape);
        seen << range();
        QTest::keyClick(&view, Qt::Key_Plus);
        QTest::keyClick(&view, Qt::Key_0);
        seen << range();
        QCOMPARE(seen,
            QStringList({QStringLiteral("12.50–87.50"), QStringLiteral("23.75–98.75"), QStringLiteral("0.00–75.00"),
                QStringLiteral("whole"), QStringLiteral("whole"), QStringLiteral("whole")}));
        QVERIFY(!view.view().x); // Categories are not zoomed.
        QVERIFY(changed.size() >= 8);
    }

    void zoomsByWheelAndRubberBand()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        view.show();
        const auto at = view.placeOf(2, 1);
        QWheelEvent wheel(QPointF(at), view.viewport()->mapToGlobal(QPointF(at)), {}, QPoint(0, 120), Qt::NoButton,
            Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &wheel);
        QVERIFY(view.view().y.has_value());
        QCOMPARE_LE(std::abs(view.placeOf(2, 1).y() - at.y()), 1); // What is looked at stays in place.
        view.setView({});
        const QPoint from(at.x() + 20, at.y() + 60);
        const QPoint to(at.x() + 120, at.y() - 60);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent drag(QEvent::MouseMove, QPointF(to), view.viewport()->mapToGlobal(QPointF(to)), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &drag);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        QVERIFY(view.view().y.has_value());
        QCOMPARE_LE(view.view().y->maximum - view.view().y->minimum, 50.0);
        keep(view.grab().toImage(), QStringLiteral("chart-zoomed"));
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, QPoint(200, 3));
        QVERIFY(view.view().isWhole());
    }

    void cellsAreWalkedAsTheyLie()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::heat(6, 4));
        view.show();
        view.setFocus();
        QStringList seen;
        for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up,
                 Qt::Key_Left, Qt::Key_End}) {
            QTest::keyClick(&view, key);
            seen << view.cursorText().section(u'\n', 0, 0).section(u'-', 3);
        }
        QCOMPARE(seen.first().section(u' ', 0, 0), QStringLiteral("task-0"));
        QVERIFY(view.cursorText().startsWith(u"express-rest-L1-task-5"));
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 7);
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.view().isWhole()); // There is nothing to zoom.
    }

    void aViewStaysForTheSameFigure()
    {
        ChartView view;
        view.resize(700, 420);
        view.setFigure(Test::curves(3));
        QSignalSpy changed(&view, &ChartView::viewChanged);
        const FigureView wanted{.hidden = {view.figure().series[0].name}, .y = AxisRange{.minimum = 20, .maximum = 60}};
        view.setView(wanted);
        view.setFigure(Test::curves(5));
        QCOMPARE(view.view(), wanted);
        view.setFigure(Test::forest());
        QVERIFY(view.view().isWhole());
        QCOMPARE(changed.size(), 0);
    }

    void nothingIsDrawnOutsideAZoomedPanel()
    {
        auto spec = Test::curves(3);
        spec.y.minimum = 70;
        spec.y.maximum = 80;
        const auto image = rendered(spec, {600, 400}, lightPalette());
        const FigureLayout layout(
            spec, ChartStyle::of(lightPalette(), QFont(QStringLiteral("Inter"), 10)), QSizeF(600, 400));
        const auto plot = layout.plot().toRect();
        const auto above = image.copy(plot.left(), plot.top() - 6, plot.width(), 4);
        QCOMPARE(pixelsOf(above, Qt::white), above.width() * above.height());
    }

    void speaksToPeopleWhoDoNotSeeIt()
    {
        ChartView view;
        view.setFigure(Test::curves(3));
        QCOMPARE(view.accessibleName(), QStringLiteral("Decay curves"));
        QCOMPARE(view.accessibleDescription(), QStringLiteral("Quality falls from L0 to L3."));
    }

    void followsThePalette()
    {
        ChartView view;
        view.resize(700, 420);
        view.setPalette(lightPalette());
        view.setFigure(Test::curves(3));
        view.show();
        QVERIFY(pixelsOf(view.grab().toImage(), chartColor(0, false)) > 50);
        view.setPalette(darkPalette());
        QVERIFY(pixelsOf(view.grab().toImage(), chartColor(0, true)) > 50);
    }

    void saysWhyThereIsNothing()
    {
        ChartView view;
        view.resize(500, 300);
        view.setFigure(Test::curves(0));
        view.setState(
            ViewState::empty(QStringLiteral("No runs"), QStringLiteral("Import a results folder to see curves.")));
        view.show();
        keep(view.grab().toImage(), QStringLiteral("chart-empty"));
        QCOMPARE(view.state().title, QStringLiteral("No runs"));
        view.setFigure(Test::curves(1));
        QCOMPARE(view.state(), ViewState::ready());
    }
};

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
