// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperfonts.h"

#include <QFontDatabase>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int probeSize = 100; ///< Pixels; what a font has does not depend on it.

QFont probe(const QString &family)
{
    QFont font(family);
    font.setPixelSize(probeSize);
    return font;
}

void addOnce(QString &characters, const QString &character)
{
    if (!characters.contains(character))
        characters.append(character);
}

QString shownCharacter(uint character)
{
    const auto code = static_cast<char32_t>(character);
    return QString::fromUcs4(&code, 1);
}

bool isPrinted(uint character)
{
    const auto category = QChar::category(character);
    return !QChar::isSpace(character) && category != QChar::Other_Control && category != QChar::Other_Format
        && category != QChar::Other_Surrogate;
}

} // namespace

const std::vector<PaperFont> &paperFonts()
{
    static const std::vector<PaperFont> fonts{{u"TeX Gyre Termes"_s, u"like Times"_s, u"fonts-texgyre"_s},
        {u"TeX Gyre Heros"_s, u"like Helvetica"_s, u"fonts-texgyre"_s},
        {u"TeX Gyre Pagella"_s, u"like Palatino"_s, u"fonts-texgyre"_s},
        {u"STIXGeneral"_s, u"Times with mathematics"_s, u"fonts-stix"_s},
        {u"LM Roman 10"_s, u"LaTeX's own"_s, u"fonts-lmodern"_s},
        {u"LM Sans 10"_s, u"LaTeX's own, sans serif"_s, u"fonts-lmodern"_s},
        {u"Inter"_s, u"sans serif for screens"_s, u"fonts-inter"_s}};
    return fonts;
}

std::optional<QString> fontProblem(const QString &family)
{
    if (family.trimmed().isEmpty())
        return u"No font is named. Choose one, such as TeX Gyre Termes."_s;
    if (QFontDatabase::hasFamily(family))
        return std::nullopt;
    if (const auto known = std::ranges::find(paperFonts(), family, &PaperFont::family); known != paperFonts().end())
        return u"The font “%1” is not installed. Install the package %2, or choose another font."_s.arg(
            family, known->package);
    return u"The font “%1” is not installed. Install it, or choose another font."_s.arg(family);
}

QString lackingCharacters(const QString &family, const QString &text)
{
    const auto raw = QRawFont::fromFont(probe(family));
    QString lacking;
    for (const auto character : text.toUcs4()) {
        if (isPrinted(character) && !raw.supportsCharacter(character))
            addOnce(lacking, shownCharacter(character));
    }
    return lacking;
}

QString unprintableCharacters(const QString &family, const QString &text)
{
    QString unprintable;
    for (const auto character : lackingCharacters(family, text).toUcs4()) {
        const auto shown = shownCharacter(character);
        QTextLayout layout(shown, probe(family));
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        const auto runs = layout.glyphRuns();
        if (runs.isEmpty() || runs.first().glyphIndexes().contains(0U))
            addOnce(unprintable, shown);
    }
    return unprintable;
}

} // namespace Decayscope
