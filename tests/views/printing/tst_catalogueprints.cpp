// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurestudies.h"
#include "paperfigures.h"

#include <figures/figurecatalogue.h>
#include <printing/figureprinter.h>
#include <printing/preflight.h>

#include <QDir>
#include <QFontDatabase>
#include <QHashFunctions>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// A column of a page as narrow as venues have it.
FigureLook narrowLook()
{
    auto look = paperLook();
    look.width = 3.25;
    look.height = 2.6;
    look.textSize = 8;
    look.tickSize = 7;
    return look;
}

QStringList notPassed(const std::vector<PreflightFinding> &findings)
{
    QStringList lines;
    for (const auto &finding : findings) {
        if (finding.result != PreflightResult::Passed)
            lines << (finding.result == PreflightResult::Failed ? u"failed "_s : u"warning "_s) + finding.rule + u": "_s
                    + finding.message;
    }
    return lines;
}

/// Files of several kinds with the same name, written for the reader of figure files.
Result<FigurePayload> payloadOfBytes(const QByteArray &bytes, const QString &fileName)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return failure(ErrorKind::Unreadable, fileName);
    file.close();
    return readFigureFile(file.fileName());
}

} // namespace

class TestCataloguePrints : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFontDatabase::hasFamily(u"TeX Gyre Termes"_s))
            QSKIP("The font TeX Gyre Termes (package fonts-texgyre) is not installed.");
    }

    void everyFigurePrints_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FigureLook>("look");
        for (const auto &info : figureCatalogue()) {
            if (info.isOfLabels)
                continue;
            QTest::addRow("%s wide", qPrintable(info.name)) << info.name << paperLook();
            QTest::addRow("%s narrow", qPrintable(info.name)) << info.name << narrowLook();
        }
    }

    /// What a reader would stumble over is told; what makes a file useless does not happen.
    void everyFigurePrints()
    {
        QFETCH(QString, name);
        QFETCH(FigureLook, look);
        const auto figure = buildFigure(name, anUnevenStudy());
        if (!figure)
            QSKIP(qPrintable(figure.error().message));
        const auto pdf = printedFigure(*figure, look, FigureFormat::Pdf);
        QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().message));
        const auto findings = notPassed(preflight(*figure, {.look = look}, *pdf));
        if (!findings.isEmpty())
            qInfo().noquote() << findings.join(u'\n');
        for (const auto &rule : {u"size"_s, u"text-size"_s, u"line-width"_s, u"fonts"_s, u"blank"_s})
            QCOMPARE(findings.filter(u"failed "_s + rule), QStringList());
        const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS");
        const auto file = u"print-%1.png"_s.arg(QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-'));
        if (!folder.isEmpty())
            QVERIFY(figureImage(*figure, look, 160).save(QDir(folder).filePath(file)));
    }

    void everyFormatCarriesTheSamePayload()
    {
        const auto study = anUnevenStudy();
        const auto figure = buildFigure(u"decay"_s, study);
        QVERIFY(figure);
        FigureRecipe recipe{.figure = u"decay"_s};
        recipe.look = paperLook();
        recipe.caption = u"Größer als Δ, 日本."_s;
        const auto made = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC);
        for (const auto &[format, name] : {std::pair{FigureFormat::Pdf, u"f.pdf"_s}, {FigureFormat::Svg, u"f.svg"_s},
                 {FigureFormat::Png, u"f.png"_s}}) {
            const auto bytes = exportedFigure(*figure, recipe, study, format, u"decayscope test"_s, made);
            QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().message));
            QHashSeed::resetRandomGlobalSeed(); // As in another process.
            const auto again = exportedFigure(*figure, recipe, study, format, u"decayscope test"_s, made);
            QVERIFY(again && *again == *bytes);
            const auto payload = payloadOfBytes(*bytes, name);
            QVERIFY2(payload, qPrintable(payload ? QString() : payload.error().message));
            const auto read = readRecipe(payload->recipe, name);
            QVERIFY(read);
            QCOMPARE(read->caption, recipe.caption);
            QCOMPARE(read->look, recipe.look);
            QVERIFY(!payload->data.isEmpty() && !payload->runs.isEmpty() && !payload->provenance.isEmpty());
            qInfo().noquote() << name << bytes->size() << payload->data.size() << payload->runs.size();
        }
    }
};

QTEST_MAIN(TestCataloguePrints)
#include "tst_catalogueprints.moc"
