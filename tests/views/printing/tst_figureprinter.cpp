// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperfigures.h"

#include <printing/figureink.h>
#include <printing/figureprinter.h>
#include <printing/inkrecorder.h>
#include <printing/paperfonts.h>
#include <printing/pdftimes.h>
#include <printing/svgdocument.h>

#include <QDir>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray written(const FigureSpec &figure, const FigureLook &look, FigureFormat format)
{
    const auto bytes = printedFigure(figure, look, format);
    if (!bytes)
        qWarning().noquote() << bytes.error().message << bytes.error().evidence;
    return bytes.value_or(QByteArray());
}

QString messageOf(const FigureLook &look, FigureFormat format = FigureFormat::Pdf)
{
    const auto bytes = printedFigure(printedCurves(2), look, format);
    return bytes ? u"printed"_s : bytes.error().message;
}

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// What a tool of poppler says of a file; empty where it is absent.
QString said(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Lines of a tool's answer that begin so, their blanks drawn together.
QStringList linesWith(const QString &text, const QString &start)
{
    QStringList lines;
    for (const auto &line : text.split(u'\n')) {
        if (line.startsWith(start))
            lines << line.simplified();
    }
    return lines;
}

/// The share of dots that are not white.
double inkShare(const QImage &image)
{
    qint64 inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qGray(image.pixel(x, y)) < 200 ? 1 : 0;
    }
    return static_cast<double>(inked) / (static_cast<double>(image.width()) * image.height());
}

QString keptPictures()
{
    return qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS");
}

/// Marks of a page in words.
QStringList printed(const InkPage &page)
{
    QStringList lines;
    for (const auto &mark : page.marks) {
        const auto rect = mark.extent();
        const auto place = u"%1 %2 %3 × %4"_s.arg(qRound(rect.x()))
                               .arg(qRound(rect.y()))
                               .arg(qRound(rect.width()))
                               .arg(qRound(rect.height()));
        if (mark.kind == InkKind::Text)
            lines << u"text %1 %2 pt %3"_s.arg(mark.text).arg(mark.textSize).arg(mark.brush.color().name());
        else if (mark.kind == InkKind::Picture)
            lines << u"picture %1"_s.arg(place);
        else
            lines << u"shape %1 line %2 %3 fill %4 at %5"_s.arg(place)
                         .arg(mark.pen.style() == Qt::NoPen ? 0 : mark.pen.widthF())
                         .arg(mark.pen.color().name(),
                             mark.brush.style() == Qt::NoBrush ? u"none"_s : mark.brush.color().name())
                         .arg(mark.opacity);
    }
    return lines;
}

} // namespace

class TestFigurePrinter : public QObject
{
    Q_OBJECT

private slots:
    /// Places and widths come out in points, whatever the painter's scale.
    void inkIsRecordedInPoints()
    {
        InkRecorder recorder({2, 1});
        QPainter painter(&recorder);
        painter.setPen(QPen(Qt::red, 20));
        painter.drawLine(QPointF(0, 0), QPointF(720, 0));
        painter.scale(20, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::blue);
        painter.setOpacity(0.5);
        painter.drawRect(QRectF(10, 10, 30, 20));
        painter.setOpacity(1);
        painter.setClipRect(QRectF(0, 0, 20, 20));
        painter.drawRect(QRectF(10, 10, 30, 20));
        painter.setClipping(false);
        QFont font(u"TeX Gyre Termes"_s);
        font.setPixelSize(9);
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(QPointF(5, 40), u"Größe"_s);
        painter.end();
        const auto page = recorder.takePage();
        QCOMPARE(page.size, QSizeF(144, 72));
        QCOMPARE(printed(page),
            QStringList({u"shape -1 -1 37 × 1 line 1 #ff0000 fill none at 1"_s,
                u"shape 10 10 30 × 20 line 0 #000000 fill #0000ff at 0.5"_s,
                u"shape 10 10 10 × 10 line 0 #000000 fill #0000ff at 1"_s, u"text Größe 9 pt #000000"_s}));
        const auto box = page.marks.back().box.boundingRect();
        qInfo() << box;
        QVERIFY(box.top() > 30 && box.bottom() < 44 && box.left() > 4 && box.width() > 20 && box.width() < 60);
    }

    void sameInputSameBytes_data()
    {
        QTest::addColumn<FigureFormat>("format");
        QTest::newRow("pdf") << FigureFormat::Pdf;
        QTest::newRow("svg") << FigureFormat::Svg;
        QTest::newRow("png") << FigureFormat::Png;
    }

    void sameInputSameBytes()
    {
        QFETCH(FigureFormat, format);
        const auto figure = printedCurves(5);
        const auto first = written(figure, paperLook(), format);
        QVERIFY(first.size() > 1000);
        QTest::qSleep(1100); // A file with the time in it differs after a second.
        const auto second = written(figure, paperLook(), format);
        QCOMPARE(first.size(), second.size());
        QVERIFY(first == second);
        const auto year = QByteArray::number(QDate::currentDate().year());
        for (const auto &words : {QByteArray("D:" + year), QByteArray(year + "-")})
            QVERIFY2(!first.contains(words), words.constData());
    }

    void datesOfPdfsAreReplacedInPlace()
    {
        const QByteArray pdf(
            "/CreationDate (D:20261123040506+02'00')\n/ModDate (D:20261123040506Z)\n/ModDate (D:2026)\n"
            "xmp:CreateDate=\"2026-11-23T04:05:06-07:00\"");
        const auto changed = withoutTimes(pdf);
        QCOMPARE(changed,
            QByteArray("/CreationDate (D:19700101000000Z)      \n/ModDate (D:19700101000000Z)\n/ModDate (D:2026)\n"
                       "xmp:CreateDate=\"1970-01-01T00:00:00+00:00\""));
        QCOMPARE(changed.size(), pdf.size());
    }

    void whatCannotBePrintedSaysWhy()
    {
        auto look = paperLook();
        QCOMPARE(messageOf(look), u"printed"_s);
        look.font = u"TeX Gyre Nowhere"_s;
        QCOMPARE(
            messageOf(look), u"The font “TeX Gyre Nowhere” is not installed. Install it, or choose another font."_s);
        look.font.clear();
        QCOMPARE(messageOf(look), u"No font is named. Choose one, such as TeX Gyre Termes."_s);
        look = paperLook();
        look.width = 0.2;
        QVERIFY(messageOf(look).startsWith(u"A figure cannot be printed with this size"_s));
        look.width = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(messageOf(look).startsWith(u"A figure cannot be printed with this size"_s));
        look = paperLook();
        look.width = look.height = 40;
        QCOMPARE(messageOf(look, FigureFormat::Png),
            u"A figure of 40 × 40 in is too large for a picture with 600 dots an inch. Choose PDF or SVG, or a smaller size."_s);
        QCOMPARE(messageOf(look), u"printed"_s);
        QVERIFY(figureImage(printedCurves(1), look, 1e9).isNull());
        QVERIFY(figureImage(printedCurves(1), look, -1).isNull());
    }

    void knownFontsNameTheirPackage()
    {
        for (const auto &font : paperFonts()) {
            const auto problem = fontProblem(font.family);
            qInfo().noquote() << font.family << (problem ? *problem : u"is installed"_s);
            if (problem)
                QVERIFY(problem->contains(font.package));
        }
        QCOMPARE(lackingCharacters(u"TeX Gyre Termes"_s, u"Größe"_s), QString());
        QCOMPARE(lackingCharacters(u"TeX Gyre Termes"_s, u"日本 日"_s), u"日本"_s);
        QCOMPARE(unprintableCharacters(u"TeX Gyre Termes"_s, u"\U00013000"_s), u"\U00013000"_s);
    }

    void pdfsAreSoundAndOfTheirSize_data()
    {
        QTest::addColumn<FigureSpec>("figure");
        QTest::addColumn<FigureLook>("look");
        QTest::newRow("curves") << printedCurves(5) << paperLook();
        QTest::newRow("forest") << printedForest() << paperLook();
        QTest::newRow("stack") << printedStack() << paperLook();
        QTest::newRow("heat") << printedHeat(16, 6) << paperLook();
        for (const auto &[family, width] : {std::pair{u"TeX Gyre Heros"_s, 3.25}, {u"STIXGeneral"_s, 3.5},
                 {u"LM Roman 10"_s, 6.75}, {u"Inter"_s, 5.04}}) {
            auto look = paperLook();
            look.font = family;
            look.width = width;
            look.height = width * 0.7;
            if (!fontProblem(family))
                QTest::newRow(qPrintable(family)) << printedCurves(4) << look;
        }
    }

    void pdfsAreSoundAndOfTheirSize()
    {
        QFETCH(FigureSpec, figure);
        QFETCH(FigureLook, look);
        if (QStandardPaths::findExecutable(u"pdffonts"_s).isEmpty())
            QSKIP("pdffonts of poppler-utils is not installed.");
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"figure.pdf"_s);
        save(file, written(figure, look, FigureFormat::Pdf));
        const auto info = said(u"pdfinfo"_s, {file});
        QCOMPARE(linesWith(info, u"Pages:"_s), QStringList{u"Pages: 1"_s});
        const auto size = linesWith(info, u"Page size:"_s).value(0).split(u' ');
        qInfo().noquote() << size.join(u' ');
        QVERIFY(std::abs(size.value(2).toDouble() - look.width * 72) < 0.6);
        QVERIFY(std::abs(size.value(4).toDouble() - look.height * 72) < 0.6);
        const auto fonts = said(u"pdffonts"_s, {file}).trimmed().split(u'\n').mid(2);
        for (const auto &font : fonts) {
            qInfo().noquote() << font;
            QVERIFY(!font.contains(u"Type 3"_s));
            QCOMPARE(font.simplified().section(u' ', -5, -5), u"yes"_s);
        }
        QVERIFY(!fonts.isEmpty());
        QVERIFY(said(u"pdfimages"_s, {u"-list"_s, file}).trimmed().split(u'\n').size() <= 2); // Nothing is a picture.
        said(u"pdftoppm"_s, {u"-png"_s, u"-r"_s, u"100"_s, u"-singlefile"_s, file, folder.filePath(u"page"_s)});
        const QImage page(folder.filePath(u"page.png"_s));
        qInfo() << page.size() << inkShare(page);
        QVERIFY(inkShare(page) > 0.01);
        if (const auto kept = keptPictures(); !kept.isEmpty()) {
            save(QDir(kept).filePath(QString::fromUtf8(QTest::currentDataTag()) + u".pdf"_s),
                written(figure, look, FigureFormat::Pdf));
            save(QDir(kept).filePath(QString::fromUtf8(QTest::currentDataTag()) + u".svg"_s),
                written(figure, look, FigureFormat::Svg));
        }
    }

    /// jamovi#1334: a figure with an umlaut came out blank.
    void namesNeedNotBeAscii()
    {
        auto figure = printedCurves(3);
        figure.series[0].name = u"Größe Müller"_s;
        figure.series[1].name = u"ΔA% ≤ 5"_s;
        figure.series[2].name = u"模型"_s;
        for (const auto format : {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png})
            QVERIFY(written(figure, paperLook(), format).size() > 1000);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext of poppler-utils is not installed.");
        const QTemporaryDir folder;
        save(folder.filePath(u"f.pdf"_s), written(figure, paperLook(), FigureFormat::Pdf));
        const auto text = said(u"pdftotext"_s, {folder.filePath(u"f.pdf"_s), u"-"_s});
        qInfo().noquote() << text.simplified();
        QVERIFY(text.contains(u"Größe Müller"_s));
    }

    void svgIsWholeAndNeedsNoFont()
    {
        const auto svg = written(printedCurves(5), paperLook(), FigureFormat::Svg);
        QXmlStreamReader reader(svg);
        QStringList names;
        QString size;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (reader.name() == u"svg"_s)
                size = reader.attributes().value(u"width"_s) + u' ' + reader.attributes().value(u"height"_s) + u' '
                    + reader.attributes().value(u"viewBox"_s);
            if (!names.contains(reader.name()))
                names << reader.name().toString();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(size, u"5.5in 3.4in 0 0 396 244.8"_s);
        qInfo().noquote() << names.join(u' ') << svg.size();
        for (const auto &absent : {u"text"_s, u"font"_s, u"script"_s, u"style"_s, u"image"_s})
            QVERIFY(!names.contains(absent));
        QVERIFY(svg.contains("aria-label=\"GPT-5-mini\""));
    }

    /// Gradients, hatches, clips, pictures and letters XML has a meaning for.
    void svgWritesEveryKindOfInk()
    {
        InkRecorder recorder({1, 1});
        QPainter painter(&recorder);
        painter.scale(20, 20);
        QLinearGradient gradient(0, 0, 72, 0);
        gradient.setStops({{0, Qt::red}, {1, QColor(0, 0, 255, 128)}});
        painter.setPen(Qt::NoPen);
        painter.setBrush(gradient);
        painter.drawRect(QRectF(0, 0, 72, 10));
        for (const auto style : {Qt::BDiagPattern, Qt::CrossPattern, Qt::Dense4Pattern}) {
            painter.setBrush(QBrush(Qt::black, style));
            painter.drawRect(QRectF(0, 20, 72, 10));
        }
        painter.setClipRect(QRectF(0, 0, 36, 72));
        painter.setPen(QPen(Qt::black, 1, Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawLine(QPointF(0, 50), QPointF(72, 50));
        painter.setClipping(false);
        painter.drawImage(QRectF(0, 60, 10, 10), QImage(2, 2, QImage::Format_RGB32));
        QFont font(u"TeX Gyre Termes"_s);
        font.setPixelSize(9);
        painter.setFont(font);
        painter.drawText(QPointF(5, 60), u"<a & \"b\">"_s);
        painter.end();
        const auto svg = svgDocument(recorder.takePage());
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const auto *part : {"<linearGradient ", "stop-opacity=\"0.502\"", "<pattern ", "<clipPath ",
                 "stroke-dasharray=\"4 2\"", "stroke-linecap=\"round\"", "data:image/png;base64,",
                 "fill-opacity=\"0.5\"", "aria-label=\"&lt;a &amp; &quot;b&quot;&gt;\""})
            QVERIFY2(svg.contains(part), part);
    }

    void picturesHaveTheirSizeInside()
    {
        const auto image = QImage::fromData(written(printedForest(), paperLook(), FigureFormat::Png));
        QCOMPARE(image.size(), QSize(3300, 2040));
        QCOMPARE(image.dotsPerMeterX(), 23622);
        QVERIFY(inkShare(image) > 0.01);
    }

    /// Screen dots or printed ones: every text stands at the same place of the page.
    void previewIsThePrint()
    {
        const auto small = figureImage(printedCurves(4), paperLook(), 96);
        const auto large = figureImage(printedCurves(4), paperLook(), 384)
                               .scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 difference = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x)
                difference += std::abs(qGray(small.pixel(x, y)) - qGray(large.pixel(x, y)));
        }
        const double mean = static_cast<double>(difference) / (static_cast<double>(small.width()) * small.height());
        qInfo() << small.size() << "mean difference in grey" << mean;
        QVERIFY(mean < 3);
        if (const auto kept = keptPictures(); !kept.isEmpty())
            QVERIFY(figureImage(printedCurves(5), paperLook(), 144).save(QDir(kept).filePath(u"preview.png"_s)));
    }
};

QTEST_MAIN(TestFigurePrinter)
#include "tst_figureprinter.moc"
