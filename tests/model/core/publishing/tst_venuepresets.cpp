// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <publishing/venuepresets.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

void write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestVenuePresets : public QObject
{
    Q_OBJECT

private slots:
    void theBuiltInOnesAreComplete();
    void ownFilesWin();
    void faultyFilesAreToldAndLeftOut();
    void unknownNamesAreAnswered();
};

void TestVenuePresets::theBuiltInOnesAreComplete()
{
    QStringList problems;
    const auto presets = venuePresets({}, &problems);
    QCOMPARE(problems.join(u' '), QString());
    QStringList printed;
    for (const auto &preset : presets) {
        QVERIFY2(preset.look.isPossible(), qPrintable(preset.id));
        QVERIFY2(preset.look.textSize >= 7 && preset.look.tickSize >= 7, qPrintable(preset.id));
        printed.append(
            u"%1 %2 × %3 %4"_s.arg(preset.id).arg(preset.look.width).arg(preset.look.height).arg(preset.look.font));
    }
    QCOMPARE(printed.first(4),
        QStringList({u"neurips 5.5 × 3.4 TeX Gyre Termes"_s, u"iclr 5.5 × 3.4 TeX Gyre Termes"_s,
            u"icml 3.25 × 2.01 TeX Gyre Termes"_s, u"icml-full 6.75 × 4.17 TeX Gyre Termes"_s}));
    QCOMPARE(printed.last(), u"custom 5.5 × 3.4 TeX Gyre Termes"_s);
}

void TestVenuePresets::ownFilesWin()
{
    QTemporaryDir folder;
    write(folder, u"mine.json"_s,
        "{\"schema\":1,\"venues\":[{\"id\":\"icml\",\"look\":{\"width\":3.3,\"font\":\"Inter\"}},"
        "{\"id\":\"thesis\",\"title\":\"My "
        "thesis\",\"look\":{\"width\":6,\"height\":4,\"font\":\"Inter\",\"palette\":\"grey\"}}]}");
    QStringList problems;
    const auto presets = venuePresets(folder.path(), &problems);
    QCOMPARE(problems, QStringList());
    QCOMPARE(presets.size(), venuePresets().size() + 1);
    QCOMPARE(venuePreset(u"icml", presets)->look.width, 3.3);
    QCOMPARE(venuePreset(u"thesis", presets)->look.height, 4.0);
    QCOMPARE(venuePreset(u"thesis", presets)->look.palette, SeriesPalette::Grey);
}

void TestVenuePresets::faultyFilesAreToldAndLeftOut()
{
    QTemporaryDir folder;
    write(folder, u"a.json"_s, "\xff\x00{");
    write(folder, u"b.json"_s, "{\"schema\":1,\"venues\":[{\"id\":\"x\",\"look\":{\"width\":3,\"font\":\"\"}}]}");
    write(folder, u"c.json"_s, "{\"schema\":1,\"venues\":[{\"id\":\"x\",\"look\":{\"widht\":3,\"font\":\"Inter\"}}]}");
    write(folder, u"d.json"_s, QByteArray(2 * 1024 * 1024, ' '));
    QStringList problems;
    const auto presets = venuePresets(folder.path(), &problems);
    QCOMPARE(presets.size(), venuePresets().size());
    for (auto &problem : problems)
        problem.remove(folder.path() + u'/');
    QCOMPARE(problems.size(), 4);
    QCOMPARE(problems.at(1), u"The venues of \"b.json\" are left out. \"venues[0].look.font\" must name a font."_s);
    QVERIFY(problems.at(2).startsWith(
        u"The venues of \"c.json\" are left out. \"venues[0].look.widht\" is not known here"));
    QCOMPARE(problems.at(3), u"The venues of \"d.json\" are left out. It is larger than 1 MB."_s);
}

void TestVenuePresets::unknownNamesAreAnswered()
{
    const auto presets = venuePresets();
    const auto answer = venuePreset(u"siggraph", presets);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::NotFound);
    QVERIFY(answer.error().message.startsWith(u"There is no venue \"siggraph\". There are neurips, iclr, icml"));
}

QTEST_GUILESS_MAIN(TestVenuePresets)

#include "tst_venuepresets.moc"
