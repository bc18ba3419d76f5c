// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurefile.h"
#include "pdffile.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <set>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostFonts = 10'000;
constexpr qsizetype longestName = 200;

/// Whether a page's content paints anything: path, text, image or shading.
class PaintWatch : public QPDFObjectHandle::ParserCallbacks
{
public:
    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override
    {
        static const std::set<std::string> paints{
            "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "EI"};
        if (object.isOperator() && paints.contains(object.getOperatorValue())) {
            m_isPainted = true;
            terminateParsing();
        }
    }

    void handleEOF() override { }

    [[nodiscard]] bool isPainted() const { return m_isPainted; }

private:
    bool m_isPainted = false;
};

/// "ABCDEF+TeXGyreTermes-Regular" without the mark of a subset.
QString fontName(const QPDFObjectHandle &font)
{
    auto base = font.getKey("/BaseFont");
    auto name = base.isName() ? QString::fromStdString(base.getName()).mid(1).left(longestName) : QString();
    if (name.indexOf(u'+') == 6)
        name.remove(0, 7);
    return name.isEmpty() ? u"A font without a name"_s : name;
}

bool isEmbedded(QPDFObjectHandle font)
{
    auto descendants = font.getKey("/DescendantFonts");
    if (descendants.isArray() && descendants.getArrayNItems() > 0)
        font = descendants.getArrayItem(0);
    if (!font.isDictionary())
        return false;
    auto descriptor = font.getKey("/FontDescriptor");
    return descriptor.isDictionary()
        && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3"));
}

QString problemOf(const QPDFObjectHandle &font)
{
    if (font.getKey("/Subtype").isNameAndEquals("/Type3"))
        return u"%1 is of Type 3"_s.arg(fontName(font));
    return isEmbedded(font) ? QString() : u"%1 is not embedded"_s.arg(fontName(font));
}

/// Looks through every object: a font that no page uses yet, or one inside a form, must be sound as well.
QStringList fontProblems(QPDF &pdf)
{
    QStringList problems;
    int fonts = 0;
    for (auto &object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font") || object.getKey("/Subtype").isNameAndEquals("/CIDFontType0")
            || object.getKey("/Subtype").isNameAndEquals("/CIDFontType2"))
            continue;
        if (++fonts > mostFonts)
            break;
        const auto problem = problemOf(object);
        if (!problem.isEmpty() && !problems.contains(problem))
            problems.append(problem);
    }
    return problems;
}

} // namespace

Result<QStringList> pdfProblems(const QByteArray &bytes)
{
    return guardedPdf([&bytes]() -> Result<QStringList> {
        QPDF pdf;
        openPdf(pdf, bytes);
        auto problems = fontProblems(pdf);
        auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            PaintWatch watch;
            pages[i].parseContents(&watch);
            if (!watch.isPainted())
                problems.append(u"Page %1 is empty"_s.arg(i + 1));
        }
        if (pages.empty())
            problems.append(u"There is no page"_s);
        return problems;
    });
}

} // namespace Decayscope
