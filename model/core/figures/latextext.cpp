// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "latextext.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <map>

namespace Decayscope {

namespace {

constexpr qsizetype longWord = 24;
constexpr QChar breakHere{0x200b}; // Zero width space.

using Accents = std::map<char32_t, const char *>;

struct Sign
{
    char32_t sign;
    const char *command;
};

/// Signs that LaTeX reads as something else, or does not have as they are.
constexpr std::array signReplacements{
    Sign{U'\\', "\\textbackslash{}"},
    Sign{U'{', "\\{"},
    Sign{U'}', "\\}"},
    Sign{U'$', "\\$"},
    Sign{U'&', "\\&"},
    Sign{U'#', "\\#"},
    Sign{U'%', "\\%"},
    Sign{U'_', "\\_"},
    Sign{U'^', "\\textasciicircum{}"},
    Sign{U'~', "\\textasciitilde{}"},
    Sign{U'`', "\\textasciigrave{}"},
    Sign{U'|', "\\textbar{}"},
    Sign{U'"', "''"},
    Sign{U'<', "$<$"},
    Sign{U'>', "$>$"},
    Sign{U'√', "$\\surd$"},
    Sign{U'±', "$\\pm$"},
    Sign{U'−', "$-$"},
    Sign{U'×', "$\\times$"},
    Sign{U'÷', "$\\div$"},
    Sign{U'·', "$\\cdot$"},
    Sign{U'≥', "$\\geq$"},
    Sign{U'≤', "$\\leq$"},
    Sign{U'≠', "$\\neq$"},
    Sign{U'≈', "$\\approx$"},
    Sign{U'∞', "$\\infty$"},
    Sign{U'∈', "$\\in$"},
    Sign{U'∑', "$\\sum$"},
    Sign{U'→', "$\\rightarrow$"},
    Sign{U'←', "$\\leftarrow$"},
    Sign{U'↔', "$\\leftrightarrow$"},
    Sign{U'‐', "-"},
    Sign{U'‑', "-"},
    Sign{U'–', "--"},
    Sign{U'—', "---"},
    Sign{U'‘', "`"},
    Sign{U'’', "'"},
    Sign{U'“', "``"},
    Sign{U'”', "''"},
    Sign{U'…', "\\dots{}"},
    Sign{U'•', "\\textbullet{}"},
    Sign{U'°', "$^\\circ$"},
    Sign{U'²', "\\textsuperscript{2}"},
    Sign{U'³', "\\textsuperscript{3}"},
    Sign{U'¹', "\\textsuperscript{1}"},
    Sign{U'†', "\\dag{}"},
    Sign{U'‡', "\\ddag{}"},
    Sign{U'§', "\\S{}"},
    Sign{U'©', "\\copyright{}"},
    Sign{U'£', "\\pounds{}"},
    Sign{U'✓', "$\\surd$"},
    Sign{U'✗', "$\\times$"},
    Sign{U'ß', "\\ss{}"},
    Sign{U'æ', "\\ae{}"},
    Sign{U'Æ', "\\AE{}"},
    Sign{U'œ', "\\oe{}"},
    Sign{U'Œ', "\\OE{}"},
    Sign{U'ø', "\\o{}"},
    Sign{U'Ø', "\\O{}"},
    Sign{U'ł', "\\l{}"},
    Sign{U'Ł', "\\L{}"},
    Sign{U'ı', "\\i{}"},
    Sign{U'\u00a0', "~"},
    Sign{U'\u202f', "\\,"},
    Sign{U'\u2009', "\\,"},
    Sign{U'\u2028', " "},
    Sign{U'\u2029', " "},
    Sign{U'\u200b', "\\allowbreak{}"},
};

/// Combining marks that every text encoding of LaTeX knows.
const Accents &accents()
{
    static const Accents commands{
        {0x0300, "`"},
        {0x0301, "'"},
        {0x0302, "^"},
        {0x0303, "~"},
        {0x0304, "="},
        {0x0306, "u"},
        {0x0307, "."},
        {0x0308, "\""},
        {0x030a, "r"},
        {0x030b, "H"},
        {0x030c, "v"},
        {0x0323, "d"},
        {0x0327, "c"},
        {0x0331, "b"},
    };
    return commands;
}

constexpr std::array smallGreek{"$\\alpha$", "$\\beta$", "$\\gamma$", "$\\delta$", "$\\epsilon$", "$\\zeta$", "$\\eta$",
    "$\\theta$", "$\\iota$", "$\\kappa$", "$\\lambda$", "$\\mu$", "$\\nu$", "$\\xi$", "o", "$\\pi$", "$\\rho$",
    "$\\varsigma$", "$\\sigma$", "$\\tau$", "$\\upsilon$", "$\\phi$", "$\\chi$", "$\\psi$", "$\\omega$"};
constexpr std::array largeGreek{"A", "B", "$\\Gamma$", "$\\Delta$", "E", "Z", "H", "$\\Theta$", "I", "K", "$\\Lambda$",
    "M", "N", "$\\Xi$", "O", "$\\Pi$", "P", "", "$\\Sigma$", "T", "$\\Upsilon$", "$\\Phi$", "X", "$\\Psi$",
    "$\\Omega$"};

QString greekLetter(char32_t c)
{
    if (c == 0x00b5)
        return QStringLiteral("$\\mu$");
    if (c >= 0x03b1 && c < 0x03b1 + smallGreek.size())
        return QString::fromLatin1(smallGreek.at(c - 0x03b1));
    if (c >= 0x0391 && c < 0x0391 + largeGreek.size())
        return QString::fromLatin1(largeGreek.at(c - 0x0391));
    return {};
}

bool isPlain(char32_t c)
{
    return c >= 0x20 && c < 0x7f;
}

/// "\'{e}" for a letter that is an ASCII one with a mark.
QString accentedLetter(char32_t c)
{
    const auto parts = QChar::decomposition(c).toUcs4();
    if (QChar::decompositionTag(c) != QChar::Canonical || parts.size() != 2 || !isPlain(parts[0]))
        return {};
    const auto accent = accents().find(parts[1]);
    if (accent == accents().end())
        return {};
    return u'\\' % QString::fromLatin1(accent->second) % u'{' % QChar(parts[0]) % u'}';
}

/// What a compatibility character, such as a full-width letter, stands for.
QString plainForm(char32_t c)
{
    const auto form = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
    const bool isAscii = std::ranges::all_of(form, [](QChar part) { return isPlain(part.unicode()); });
    return isAscii && !form.isEmpty() ? latexEscaped(form) : QString();
}

bool isInvisible(char32_t c)
{
    const auto category = QChar::category(c);
    const bool isVariation = c >= 0xfe00 && c <= 0xfe0f;
    return category == QChar::Other_Format || isVariation;
}

QString escaped(char32_t c)
{
    if (const auto *found = std::ranges::find(signReplacements, c, &Sign::sign); found != signReplacements.end())
        return QString::fromLatin1(found->command);
    if (isPlain(c))
        return QString(QChar(c));
    if (QChar::category(c) == QChar::Other_Control)
        return QStringLiteral(" ");
    if (isInvisible(c))
        return {};
    for (const auto form : {greekLetter, accentedLetter, plainForm}) {
        if (auto text = form(c); !text.isEmpty())
            return text;
    }
    return QStringLiteral("[U+%1]\\allowbreak{}")
        .arg(QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0'));
}

/// A long word with places where a line may end.
QString withBreaks(const QString &word)
{
    if (word.size() <= longWord)
        return word;
    QString broken;
    qsizetype sinceBreak = 0;
    for (const auto c : word) {
        const bool mayBreak = sinceBreak >= longWord && !c.isLowSurrogate() && !c.isMark();
        if (mayBreak) {
            broken += breakHere;
            sinceBreak = 0;
        }
        broken += c;
        ++sinceBreak;
        if (QStringView(u"_-./:,").contains(c)) {
            broken += breakHere;
            sinceBreak = 0;
        }
    }
    return broken;
}

} // namespace

QString latexEscaped(const QString &text)
{
    QStringList words;
    for (const auto &word : text.normalized(QString::NormalizationForm_C).split(u' '))
        words << withBreaks(word);
    QString latex;
    char32_t before = 0;
    for (const auto c : words.join(u' ').toUcs4()) {
        if (c == U'-' && before == U'-')
            latex += u"{}"; // Two hyphens in a row are a dash to LaTeX.
        latex += escaped(c);
        before = c;
    }
    return latex;
}

QString latexLabel(const QString &label)
{
    QString safe;
    safe.reserve(label.size());
    for (const auto c : label) {
        const bool isSafe = (c.unicode() < 0x80 && c.isLetterOrNumber()) || QStringView(u":._+-/").contains(c);
        safe += isSafe ? c : QChar(u'-');
    }
    return safe;
}

} // namespace Decayscope
