// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Decayscope {

/// Takes a page of HTML apart into tags and texts, in one pass and without a tree. Scripts, styles and comments are
/// stepped over.
class MarkupTokens
{
public:
    explicit MarkupTokens(QByteArrayView page)
        : m_page(page)
    { }

    enum class Kind : quint8 { Tag, Text, End };

    /// The next tag, or the next text that is not white space alone.
    [[nodiscard]] Kind next();

    /// Of a tag: its name in lower case, with "/" before it if it closes.
    [[nodiscard]] QByteArrayView tag() const { return m_tag; }
    /// Of a tag: the value of an attribute in double quotes; empty where there is none.
    [[nodiscard]] QByteArrayView attribute(QByteArrayView name) const;
    /// Of a text: simplified, with its entities decoded.
    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] Kind takeTag();
    void skipElement();

    QByteArrayView m_page;
    qsizetype m_at = 0;
    QByteArrayView m_token; ///< The tag between its brackets, or the text.
    QByteArray m_tag;
};

/// Text of a page with `&quot;`, `&#x27;` and their like decoded; what is no entity stays.
[[nodiscard]] QString withoutEntities(QStringView text);

} // namespace Decayscope
