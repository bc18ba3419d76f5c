// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltext.h"

namespace Decayscope {

namespace {

/// The first character behind the terminal sequence that begins at `at` with Escape.
qsizetype behindSequence(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return text.size();
    const auto kind = text[at + 1];
    at += 2;
    if (kind == u'[') { // CSI: parameters, then one final byte
        while (at < text.size() && (text[at] < u'@' || text[at] > u'~'))
            ++at;
        return std::min(at + 1, text.size());
    }
    if (kind != u']') // OSC runs to BEL or Escape; all others are two characters long
        return at;
    while (at < text.size() && text[at] != u'\a' && text[at] != u'\x1B' && text[at] != u'\n')
        ++at;
    return at < text.size() && text[at] == u'\a' ? at + 1 : at;
}

bool isHidden(QChar character)
{
    if (character == u'\t' || character == u'\n')
        return false;
    return character.category() == QChar::Other_Control || (character >= QChar(0x202A) && character <= QChar(0x202E))
        || (character >= QChar(0x2066) && character <= QChar(0x2069)); // marks that turn the reading direction round
}

} // namespace

QString htmlText(QStringView text)
{
    QString html;
    html.reserve(text.size() + text.size() / 16);
    for (qsizetype at = 0; at < text.size();) {
        const auto character = text[at];
        if (character == u'\x1B') {
            at = behindSequence(text, at);
            continue;
        }
        ++at;
        switch (character.unicode()) {
        case u'&':
            html += u"&amp;";
            break;
        case u'<':
            html += u"&lt;";
            break;
        case u'>':
            html += u"&gt;";
            break;
        case u'"':
            html += u"&quot;";
            break;
        case u'\'':
            html += u"&#39;";
            break;
        default:
            if (!isHidden(character))
                html += character;
        }
    }
    return html;
}

} // namespace Decayscope
