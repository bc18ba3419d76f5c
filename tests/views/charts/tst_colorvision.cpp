// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <charts/chartpalette.h>
#include <charts/chartstyle.h>
#include <charts/colorscale.h>
#include <charts/colorspace.h>
#include <charts/colorvision.h>

#include <QImage>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const std::vector palettes{SeriesPalette::Okabe, SeriesPalette::Petroff, SeriesPalette::Grey};
const std::vector visions{
    ColorVision::Full, ColorVision::Grey, ColorVision::Protan, ColorVision::Deutan, ColorVision::Tritan};

QColor groundOf(bool onDark)
{
    return onDark ? QColor(0x1e, 0x20, 0x24) : QColor(Qt::white);
}

QString ratio(double value)
{
    return QString::number(value, 'f', 2);
}

/// Colours of a palette that have less than 3:1 to their ground.
QStringList faintColors(SeriesPalette palette, bool onDark)
{
    QStringList faint;
    for (int i = 0; i < chartColorCountOf(palette); ++i) {
        const double found = contrastRatio(chartColor(i, onDark, palette), groundOf(onDark));
        if (found < 3)
            faint << chartColorName(i, palette) % u' ' % ratio(found);
    }
    return faint;
}

/// Pairs of a palette that readers would mistake.
QStringList alikeColors(SeriesPalette palette, bool onDark, double least)
{
    QStringList alike;
    for (int i = 0; i < chartColorCountOf(palette); ++i) {
        for (int j = 0; j < i; ++j) {
            const double found = colorDifference(chartColor(i, onDark, palette), chartColor(j, onDark, palette));
            if (found < least)
                alike << chartColorName(j, palette) % u'/' % chartColorName(i, palette) % u' ' % ratio(found);
        }
    }
    return alike;
}

std::vector<QColor> colorsAlong(const ColorScale &scale, int steps)
{
    std::vector<QColor> colors;
    colors.reserve(static_cast<std::size_t>(steps) + 1);
    for (int i = 0; i <= steps; ++i)
        colors.push_back(scale.color(std::lerp(scale.scale().minimum, scale.scale().maximum, i / double(steps))));
    return colors;
}

double lightnessSeen(const QColor &color, ColorVision vision)
{
    return labColor(seenColor(color, vision)).lightness;
}

} // namespace

class TestColorVision : public QObject
{
    Q_OBJECT

private slots:
    // Sharma, Wu and Dalal 2005, table 1.
    void differencesAreThoseOfThePublishedPairs_data()
    {
        QTest::addColumn<QList<double>>("pair");
        QTest::addColumn<double>("difference");
        struct Row
        {
            QList<double> pair;
            double difference;
        };
        const std::vector<Row> rows{
            {{50, 2.6772, -79.7751, 50, 0, -82.7485}, 2.0425},
            {{50, 3.1571, -77.2803, 50, 0, -82.7485}, 2.8615},
            {{50, 2.8361, -74.0200, 50, 0, -82.7485}, 3.4412},
            {{50, -1.3802, -84.2814, 50, 0, -82.7485}, 1.0000},
            {{50, -1.1848, -84.8006, 50, 0, -82.7485}, 1.0000},
            {{50, -0.9009, -85.5211, 50, 0, -82.7485}, 1.0000},
            {{50, 0, 0, 50, -1, 2}, 2.3669},
            {{50, -1, 2, 50, 0, 0}, 2.3669},
            {{50, 2.4900, -0.0010, 50, -2.4900, 0.0009}, 7.1792},
            {{50, 2.4900, -0.0010, 50, -2.4900, 0.0010}, 7.1792},
            {{50, 2.4900, -0.0010, 50, -2.4900, 0.0011}, 7.2195},
            {{50, 2.4900, -0.0010, 50, -2.4900, 0.0012}, 7.2195},
            {{50, -0.0010, 2.4900, 50, 0.0009, -2.4900}, 4.8045},
            {{50, -0.0010, 2.4900, 50, 0.0010, -2.4900}, 4.8045},
            {{50, -0.0010, 2.4900, 50, 0.0011, -2.4900}, 4.7461},
            {{50, 2.5, 0, 50, 0, -2.5}, 4.3065},
            {{50, 2.5, 0, 73, 25, -18}, 27.1492},
            {{50, 2.5, 0, 61, -5, 29}, 22.8977},
            {{50, 2.5, 0, 56, -27, -3}, 31.9030},
            {{50, 2.5, 0, 58, 24, 15}, 19.4535},
            {{50, 2.5, 0, 50, 3.1736, 0.5854}, 1.0000},
            {{50, 2.5, 0, 50, 3.2972, 0}, 1.0000},
            {{50, 2.5, 0, 50, 1.8634, 0.5757}, 1.0000},
            {{50, 2.5, 0, 50, 3.2592, 0.3350}, 1.0000},
            {{60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387}, 1.2644},
            {{63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864}, 1.2630},
            {{61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620}, 1.8731},
            {{35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901}, 1.8645},
            {{22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619}, 2.0373},
            {{36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231}, 1.4146},
            {{90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447}, 1.4441},
            {{90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239}, 1.5381},
            {{6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286}, 0.6377},
            {{2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514}, 0.9082},
        };
        for (std::size_t i = 0; i < rows.size(); ++i)
            QTest::addRow("pair %zu", i + 1) << rows[i].pair << rows[i].difference;
    }

    void differencesAreThoseOfThePublishedPairs()
    {
        QFETCH(QList<double>, pair);
        QFETCH(double, difference);
        const LabColor one{.lightness = pair[0], .a = pair[1], .b = pair[2]};
        const LabColor other{.lightness = pair[3], .a = pair[4], .b = pair[5]};
        QCOMPARE(QString::number(labDifference(one, other), 'f', 4), QString::number(difference, 'f', 4));
        QCOMPARE(QString::number(labDifference(other, one), 'f', 4), QString::number(difference, 'f', 4));
    }

    void coloursComeBackFromLab()
    {
        QStringList strayed;
        for (int i = 0; i < 4096; ++i) {
            const QColor color((i & 0xf) * 17, ((i >> 4) & 0xf) * 17, (i >> 8) * 17);
            if (screenColor(labColor(color)) != color)
                strayed << color.name();
        }
        QCOMPARE(strayed, QStringList());
        QCOMPARE(ratio(labColor(Qt::white).lightness), u"100.00"_s);
        QCOMPARE(ratio(labColor(Qt::black).lightness), u"0.00"_s);
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(ratio(contrastRatio(Qt::black, Qt::white)), u"21.00"_s);
        QCOMPARE(ratio(contrastRatio(Qt::white, QColor(0x76, 0x76, 0x76))), u"4.54"_s);
        QCOMPARE(ratio(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white)), u"4.54"_s);
    }

    void greysAreSeenAlikeByAll()
    {
        QStringList seen;
        for (const auto vision : visions) {
            for (const int level : {0, 1, 63, 128, 254, 255}) {
                const QColor grey(level, level, level);
                if (seenColor(grey, vision) != grey)
                    seen << grey.name() % u" as "_s % seenColor(grey, vision).name();
            }
        }
        QCOMPARE(seen, QStringList());
    }

    void redAndGreenAreSeenAsPublished()
    {
        QStringList seen;
        for (const auto vision : visions)
            seen << seenColor(Qt::red, vision).name() % u' ' % seenColor(Qt::green, vision).name() % u' '
                    % seenColor(Qt::blue, vision).name();
        QCOMPARE(seen,
            QStringList({u"#ff0000 #00ff00 #0000ff"_s, u"#7f7f7f #dcdcdc #4c4c4c"_s, u"#6d5f00 #ffe500 #0059ff"_s,
                u"#a39000 #efd63a #003dfb"_s, u"#ff000f #00f7d9 #006b96"_s}));
        QVERIFY(colorDifference(QColor(0xa0, 0x30, 0x30), QColor(0x50, 0x60, 0x30)) > 30);
        QVERIFY(colorDifference(seenColor(QColor(0x8a, 0x45, 0x30), ColorVision::Protan),
                    seenColor(QColor(0x50, 0x58, 0x30), ColorVision::Protan))
            < 15);
    }

    void picturesAreSeenAsTheirColours()
    {
        QImage image(64, 3, QImage::Format_ARGB32_Premultiplied);
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                image.setPixelColor(x, y, QColor(x * 4, 255 - x * 4, y * 100));
        }
        image.setDevicePixelRatio(2);
        image.setDotsPerMeterX(5000);
        for (const auto vision : visions) {
            const auto seen = seenImage(image, vision);
            QCOMPARE(seen.size(), image.size());
            QCOMPARE(seen.devicePixelRatio(), 2.0);
            QCOMPARE(seen.dotsPerMeterX(), 5000);
            for (int x = 0; x < image.width(); ++x)
                QCOMPARE(seen.pixelColor(x, 1).name(), seenColor(image.pixelColor(x, 1), vision).name());
        }
        QImage clear(2, 2, QImage::Format_ARGB32);
        clear.fill(QColor(255, 0, 0, 40));
        QCOMPARE(seenImage(clear, ColorVision::Protan).pixelColor(1, 1).alpha(), 40);
        QVERIFY(seenImage(QImage(), ColorVision::Grey).isNull());
    }

    void seriesStandOutFromTheirGround()
    {
        for (const auto palette : palettes) {
            QCOMPARE(faintColors(palette, false), QStringList());
            QCOMPARE(faintColors(palette, true), QStringList());
            const int count = chartColorCountOf(palette);
            QCOMPARE(chartColor(count + 1, false, palette), chartColor(1, false, palette));
            QCOMPARE(chartColor(-1, true, palette), chartColor(count - 1, true, palette));
        }
        QCOMPARE(chartColorCountOf(SeriesPalette::Okabe), chartColorCount);
    }

    void seriesStandApart()
    {
        for (const bool onDark : {false, true}) {
            QCOMPARE(alikeColors(SeriesPalette::Okabe, onDark, 11), QStringList());
            QCOMPARE(alikeColors(SeriesPalette::Petroff, onDark, 12), QStringList());
            QCOMPARE(alikeColors(SeriesPalette::Grey, onDark, 7), QStringList());
        }
    }

    void scalesAreMonotoneForEveryVision()
    {
        for (const bool onDark : {false, true}) {
            const ColorScale scale({.minimum = 20, .maximum = 70}, onDark);
            const auto colors = colorsAlong(scale, 20);
            for (const auto vision : visions) {
                std::vector<double> lightness;
                lightness.reserve(colors.size());
                for (const auto &color : colors)
                    lightness.push_back(lightnessSeen(color, vision) * (onDark ? 1 : -1));
                QVERIFY(std::ranges::is_sorted(lightness, std::less_equal()));
            }
        }
    }

    void stepsOfScalesAreEven()
    {
        for (const bool onDark : {false, true}) {
            const ColorScale scale({.minimum = 0, .maximum = 1}, onDark);
            const auto colors = colorsAlong(scale, 20);
            std::vector<double> steps;
            for (std::size_t i = 1; i < colors.size(); ++i)
                steps.push_back(colorDifference(colors[i - 1], colors[i]));
            const auto [least, most] = std::ranges::minmax(steps);
            QVERIFY2(most < 1.5 * least, qPrintable(ratio(least) % u" to "_s % ratio(most)));
        }
    }

    void zeroIsNeutralAndSignsAreApart()
    {
        for (const bool onDark : {false, true}) {
            const ColorScale scale({.minimum = -12, .maximum = 30, .diverging = true}, onDark);
            QCOMPARE(scale.color(0).saturation(), 0);
            QCOMPARE(scale.color(30), scale.color(1e9));
            QVERIFY(scale.color(-30).hue() < 40);
            QVERIFY(scale.color(30).hue() > 190);
            for (const auto vision : visions) {
                if (vision == ColorVision::Grey)
                    continue;
                for (const double value : {6.0, 15.0, 30.0})
                    QVERIFY(
                        colorDifference(seenColor(scale.color(value), vision), seenColor(scale.color(-value), vision))
                        > 10);
            }
        }
    }

    void oddScalesHaveColoursAllTheSame()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        for (const bool diverging : {false, true}) {
            const ColorScale flat({.minimum = 0, .maximum = 0, .diverging = diverging}, false);
            const ColorScale wild({.minimum = -infinity, .maximum = nan, .diverging = diverging}, true);
            for (const double value : {0.0, nan, infinity, -infinity, 1e308}) {
                QVERIFY(flat.color(value).isValid());
                QVERIFY(wild.lineColor(value).isValid());
            }
        }
    }

    void textsAndLinesAreReadable()
    {
        ChartStyle style;
        double leastText = 21;
        double leastLine = 21;
        for (const bool onDark : {false, true}) {
            style.onDark = onDark;
            style.ground = groundOf(onDark);
            style.text = onDark ? QColor(0xe6, 0xe8, 0xea) : QColor(0x1c, 0x1e, 0x21);
            for (const bool diverging : {false, true}) {
                const ColorScale scale({.minimum = -50, .maximum = 50, .diverging = diverging}, onDark);
                for (int value = -50; value <= 50; ++value) {
                    const auto cell = scale.color(value);
                    leastText = std::min(leastText, contrastRatio(textColorOn(cell, style), cell));
                    leastLine = std::min(leastLine, contrastRatio(scale.lineColor(value), style.ground));
                }
            }
        }
        QVERIFY2(leastText >= 4.5, qPrintable(ratio(leastText)));
        QVERIFY2(leastLine >= 3, qPrintable(ratio(leastLine)));
    }
};

QTEST_GUILESS_MAIN(TestColorVision)
#include "tst_colorvision.moc"
