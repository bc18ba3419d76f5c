// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "identitymask.h"

#include "identitynames.h"
#include "nametree.h"

#include <optional>

namespace Decayscope {

namespace {

/// Where a name was found in a text.
struct NamePlace
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Whether a name may begin with a unit that follows another.
bool canBegin(const TextUnit &before, const TextUnit &unit, const TextUnit &after)
{
    if (!before.isWord())
        return true;
    if (unit.isDigit || before.isDigit)
        return unit.isLetter && before.isDigit;
    return unit.isUpper && (!before.isUpper || (after.isLetter && !after.isUpper));
}

/// The first name from a place on; `before` is the unit in front of it.
template <typename Text>
std::optional<NamePlace> nextName(const NameTree &names, Text text, qsizetype place, TextUnit before)
{
    while (place < text.size()) {
        const auto unit = unitAt(text, place);
        if (unit.escape != 0) {
            // In JSON a line feed and a word, in a path of Windows a word with this letter: the letter stays, so that
            // the text is good for both.
            auto first = unitOf(unit.escape);
            first.length = unit.length;
            if (const auto end = names.begins(first) ? names.endOfName(text, place, first) : std::nullopt)
                return NamePlace{place + unit.length, *end};
        } else if (names.begins(unit) && canBegin(before, unit, unitAt(text, place + unit.length))) {
            if (const auto end = names.endOfName(text, place, unit))
                return NamePlace{place, *end};
        }
        before = unit;
        place += unit.length;
    }
    return {};
}

template <typename Text, typename String, typename Sign>
String maskedText(const NameTree &names, Text text, const String &whole, Sign sign)
{
    auto found = nextName(names, text, 0, {});
    if (!found)
        return whole;
    String masked;
    masked.reserve(whole.size());
    qsizetype taken = 0;
    const auto behindSign = unitOf(maskSign.back().unicode());
    while (found) {
        masked.append(text.sliced(taken, found->begin - taken));
        masked.append(sign);
        taken = found->end;
        found = nextName(names, text, taken, behindSign);
    }
    masked.append(text.sliced(taken));
    return masked;
}

/// A name that looks like the sign itself would be masked again and again.
bool holdsSign(const QString &name)
{
    QString letters;
    for (const auto c : name) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters.contains(maskSign, Qt::CaseInsensitive);
}

} // namespace

IdentityMask::IdentityMask(std::span<const ConfigurationStyle> known, const QStringList &words)
{
    for (const auto &style : known) {
        for (const auto &name : {style.configuration.model, style.configuration.scaffold, style.displayName})
            m_rules += namesWithin(name);
    }
    for (const auto &word : words) {
        if (const auto simple = word.simplified(); !simple.isEmpty())
            m_rules += simple;
    }
    m_rules += commonIdentityNames();
    m_rules.removeIf(holdsSign);
    m_rules.sort(Qt::CaseInsensitive);
    m_rules.removeDuplicates();
    const auto names = std::make_shared<NameTree>();
    for (const auto &rule : std::as_const(m_rules))
        names->add(rule);
    m_names = names;
}

QString IdentityMask::masked(const QString &text) const
{
    return maskedText(*m_names, QStringView(text), text, maskSign);
}

QByteArray IdentityMask::masked(const QByteArray &utf8) const
{
    return maskedText(*m_names, QByteArrayView(utf8), utf8, QByteArrayView(maskSign));
}

bool IdentityMask::hasIdentity(QStringView text) const
{
    return nextName(*m_names, text, 0, {}).has_value();
}

bool IdentityMask::hasIdentity(QByteArrayView utf8) const
{
    return nextName(*m_names, utf8, 0, {}).has_value();
}

} // namespace Decayscope
