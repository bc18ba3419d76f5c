// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainnames.h"

#include <QHash>
#include <QSet>

namespace Decayscope {

namespace {

constexpr char32_t lastAscii = 0x7e;
constexpr char32_t lastOfPlane = 0xffff;

QString plainName(const QString &name)
{
    QString plain;
    for (const auto number : name.toUcs4()) {
        const auto character = static_cast<char32_t>(number);
        plain += QChar::isPrint(character) ? QString::fromUcs4(&character, 1) : QString(QChar::ReplacementCharacter);
    }
    return plain;
}

} // namespace

QStringList plainNames(const QStringList &names)
{
    QSet<QString> taken;
    QHash<QString, int> numbers; // The last that was given to a name.
    QStringList plain;
    plain.reserve(names.size());
    for (const auto &name : names) {
        const auto base = plainName(name);
        auto candidate = base;
        while (taken.contains(candidate))
            candidate = QStringLiteral("%1 (%2)").arg(base).arg(++numbers[base] + 1);
        taken.insert(candidate);
        plain << candidate;
    }
    return plain;
}

QByteArray stringOfR(const QString &plainName)
{
    QByteArray text("\"");
    for (const auto character : plainName.toUcs4()) {
        if (character == U'"' || character == U'\\')
            text += '\\';
        if (character >= U' ' && character <= lastAscii)
            text += static_cast<char>(character);
        else
            text += (character > lastOfPlane ? "\\U{" : "\\u{") + QByteArray::number(qulonglong{character}, 16) + '}';
    }
    return text + '"';
}

} // namespace Decayscope
