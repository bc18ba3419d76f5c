// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdftimes.h"

#include <array>

namespace Decayscope {

namespace {

/// What stands before a value of the clock, how the value begins, and what takes its place, as long as it.
struct TimeField
{
    QByteArrayView before;
    QByteArrayView pattern; ///< 0 stands for any digit, + for either sign, all else for itself.
    QByteArrayView instead;
};

// Qt writes the system's zone; "Z" is as long with blanks behind the string, where they mean nothing.
constexpr std::array fields{TimeField{"/CreationDate (", "D:00000000000000Z)", "D:19700101000000Z)"},
    TimeField{"/CreationDate (", "D:00000000000000+00'00')", "D:19700101000000Z)      "},
    TimeField{"/ModDate (", "D:00000000000000Z)", "D:19700101000000Z)"},
    TimeField{"/ModDate (", "D:00000000000000+00'00')", "D:19700101000000Z)      "},
    TimeField{"xmp:CreateDate=\"", "0000-00-00T00:00:00+00:00\"", "1970-01-01T00:00:00+00:00\""},
    TimeField{"xmp:ModifyDate=\"", "0000-00-00T00:00:00+00:00\"", "1970-01-01T00:00:00+00:00\""},
    TimeField{"xmp:MetadataDate=\"", "0000-00-00T00:00:00+00:00\"", "1970-01-01T00:00:00+00:00\""}};

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool fits(char letter, char pattern)
{
    if (pattern == '0')
        return isDigit(letter);
    if (pattern == '+')
        return letter == '+' || letter == '-';
    return letter == pattern;
}

bool standsAt(const QByteArray &pdf, qsizetype at, QByteArrayView pattern)
{
    if (at + pattern.size() > pdf.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!fits(pdf[at + i], pattern[i]))
            return false;
    }
    return true;
}

} // namespace

QByteArray withoutTimes(QByteArray pdf)
{
    for (const auto &field : fields) {
        for (auto at = pdf.indexOf(field.before); at >= 0; at = pdf.indexOf(field.before, at + 1)) {
            const auto value = at + field.before.size();
            if (standsAt(pdf, value, field.pattern))
                pdf.replace(value, field.pattern.size(), field.instead);
        }
    }
    return pdf;
}

} // namespace Decayscope
