// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeuppictures.h"

#include <figurefiles/figurefile.h>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const QByteArray svgPicture
    = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\"><title>Somebody's</title>"
      "<desc>somebody-else</desc><g><title>kept</title><path d=\"M0 0\"/></g></svg>\n";

FigurePayload payload()
{
    return {.recipe = "{\"schema\": 1}\n",
        .data = "series,mean\r\n\"Größe, \"\"κ\"\"\",51.7\r\n",
        .runs = QByteArray("a,b\r\n").repeated(1000),
        .provenance = "{\"program\": \"x <&> ]]>\"}\n"};
}

FigureTitle title()
{
    return {.title = u"Decay – “κ” <curves>"_s,
        .summary = u"Falls from 92 to 51.\u0007"_s,
        .made = QDateTime::fromString(u"2026-01-02T03:04:05Z"_s, Qt::ISODate),
        .program = u"decayscope 0.6"_s};
}

QByteArray pictureOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Pdf:
        return Test::onePagePdf("0 0 10 10 re f");
    case FigureFormat::Svg:
        return svgPicture;
    case FigureFormat::Png:
        return Test::onePixelPng();
    }
    return {};
}

Result<FigurePayload> readBack(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"figure"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    file.close();
    return readFigureFile(file.fileName());
}

QString faultOf(const QByteArray &bytes)
{
    const auto payload = readBack(bytes);
    if (payload)
        return u"read"_s;
    static const QRegularExpression name(u"^\"[^\"]*\" cannot be read as a figure. "_s);
    return QString(payload.error().message).remove(name);
}

} // namespace

class TestFigureFile : public QObject
{
    Q_OBJECT

private slots:
    void endingsNameFormats();
    void payloadsComeBack_data();
    void payloadsComeBack();
    void recipesAreFiguresToo();
    void whatIsNoFigureIsRefused_data();
    void whatIsNoFigureIsRefused();
    void pipesAreNotWaitedFor();
    void cutsNeverCrash_data() { payloadsComeBack_data(); }
    void cutsNeverCrash();
    void damagedPicturesAreToldOf();
    void bombsAreRefused();
    void problemsOfPdfAreNamed_data();
    void problemsOfPdfAreNamed();
};

void TestFigureFile::endingsNameFormats()
{
    QCOMPARE(figureFormatOf(u"a/b.c.PDF"_s), FigureFormat::Pdf);
    QCOMPARE(figureFormatOf(u"b.Svg"_s), FigureFormat::Svg);
    QCOMPARE(figureFormatOf(u"b.png"_s), FigureFormat::Png);
    QVERIFY(!figureFormatOf(u"pdf"_s) && !figureFormatOf(u"a.dsfig"_s) && !figureFormatOf({}));
}

void TestFigureFile::payloadsComeBack_data()
{
    QTest::addColumn<FigureFormat>("format");
    QTest::newRow("pdf") << FigureFormat::Pdf;
    QTest::newRow("svg") << FigureFormat::Svg;
    QTest::newRow("png") << FigureFormat::Png;
}

void TestFigureFile::payloadsComeBack()
{
    QFETCH(FigureFormat, format);
    const auto made = withPayload(pictureOf(format), format, payload(), title());
    QVERIFY2(made, qPrintable(made ? QString() : made.error().evidence));
    QCOMPARE(*withPayload(pictureOf(format), format, payload(), title()), *made);
    QVERIFY2(!made->contains("somebody-else"), "what another program left of the author");
    const auto read = readBack(*made);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message + read.error().evidence));
    QVERIFY(*read == payload());

    // An export of an export carries the newer payload alone.
    auto newer = payload();
    newer.data = "x\r\n";
    const auto again = withPayload(*made, format, newer, title());
    QVERIFY(again && readBack(*again) && *readBack(*again) == newer);
}

void TestFigureFile::recipesAreFiguresToo()
{
    const auto read = readBack("  {\"schema\": 1}");
    QVERIFY(read);
    QCOMPARE(read->recipe, QByteArray("  {\"schema\": 1}"));
    QVERIFY(read->data.isEmpty());
}

void TestFigureFile::whatIsNoFigureIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fault");
    const auto plain = u"It carries no recipe: another program made it, or took the recipe out."_s;
    QTest::newRow("empty") << QByteArray() << u"It is neither a figure nor a recipe."_s;
    QTest::newRow("noise") << QByteArray("\x00\xff\xfe<", 4) << u"It is neither a figure nor a recipe."_s;
    QTest::newRow("html") << QByteArray("<html/>") << u"It is neither a figure nor a recipe."_s;
    QTest::newRow("plain pdf") << pictureOf(FigureFormat::Pdf) << plain;
    QTest::newRow("plain svg") << pictureOf(FigureFormat::Svg) << plain;
    QTest::newRow("plain png") << pictureOf(FigureFormat::Png) << plain;
    QTest::newRow("no pdf") << QByteArray("%PDF-1.4\nhello") << u"It is no sound PDF file."_s;
    QTest::newRow("no png") << QByteArray("\x89PNG\r\n\x1a\n") << u"It is no whole PNG picture."_s;
    QTest::newRow("cut svg") << QByteArray("<svg><metadata>") << u"It is no sound SVG picture."_s;
    QTest::newRow("names without end") << Test::pdfOf(
        {"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>", "<< /Type /Pages /Kids [] /Count 0 >>",
            "<< /Kids [3 0 R] /Limits [(a) (z)] >>"})
                                       << plain;
}

void TestFigureFile::whatIsNoFigureIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, fault);
    const auto found = faultOf(bytes);
    const bool isOther = QByteArrayView(QTest::currentDataTag()) == "names without end"; // In qpdf's words.
    QVERIFY2(found == fault || isOther, qPrintable(found));
    QVERIFY(found != u"read");
}

void TestFigureFile::pipesAreNotWaitedFor()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(path.toUtf8().constData(), 0600), 0);
    const auto read = readFigureFile(path);
    QVERIFY(!read);
    QVERIFY2(read.error().message.endsWith(u"It is no regular file."), qPrintable(read.error().message));
}

void TestFigureFile::cutsNeverCrash()
{
    QFETCH(FigureFormat, format);
    const auto made = withPayload(pictureOf(format), format, payload(), title()).value_or(QByteArray());
    const auto step = std::max<qsizetype>(1, made.size() / 150);
    for (qsizetype at = 0; at < made.size(); at += step) {
        QVERIFY(!readBack(made.first(at)));
        auto spoilt = made;
        spoilt[at] = static_cast<char>(spoilt.at(at) ^ 0x55);
        std::ignore = readBack(spoilt);
    }
}

void TestFigureFile::damagedPicturesAreToldOf()
{
    for (const auto format : {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png}) {
        const auto made = withPayload("<x>", format, payload(), title());
        QVERIFY(!made);
        QCOMPARE(made.error().message, u"The picture is damaged and cannot carry its data."_s);
    }
}

/// 17 MB of blanks take 17 kB in a file.
void TestFigureFile::bombsAreRefused()
{
    auto bomb = payload();
    bomb.data = QByteArray(qsizetype{17} * 1024 * 1024, ' ');
    for (const auto format : {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png}) {
        const auto made = withPayload(pictureOf(format), format, bomb, title());
        QVERIFY(made && made->size() < 100'000);
        QVERIFY2(faultOf(*made).contains(u"\"data.csv\" is damaged or larger than 16 MB."), qPrintable(faultOf(*made)));
    }
}

void TestFigureFile::problemsOfPdfAreNamed_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QStringList>("problems");
    const QByteArray text("BT /F1 9 Tf (x) Tj ET");
    QTest::newRow("sound") << Test::onePagePdf("0 0 10 10 re f") << QStringList();
    QTest::newRow("blank") << Test::onePagePdf("q 1 0 0 1 0 0 cm Q") << QStringList{u"Page 1 is empty"_s};
    QTest::newRow("not embedded") << Test::onePagePdf(
        text, "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Times-Roman >>")
                                  << QStringList{u"Times-Roman is not embedded"_s};
    QTest::newRow("type 3") << Test::onePagePdf(
        text, "<< /Type /Font /Subtype /Type3 /CharProcs << >> /FontMatrix [1 0 0 1 0 0] >>")
                            << QStringList{u"A font without a name is of Type 3"_s};
}

void TestFigureFile::problemsOfPdfAreNamed()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QStringList, problems);
    const auto found = pdfProblems(pdf);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().evidence));
    QCOMPARE(*found, problems);
    QVERIFY(!pdfProblems("%PDF-1.4"));
}

QTEST_GUILESS_MAIN(TestFigureFile)

#include "tst_figurefile.moc"
