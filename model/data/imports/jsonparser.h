// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <string_view>

namespace simdjson::dom {
class element;
class parser;
} // namespace simdjson::dom

namespace Decayscope {

enum class JsonState : quint8 {
    Valid, ///< JSON as the study's reader takes it.
    Mended, ///< Readable after bytes were replaced; no JSON as it stands.
    Unreadable
};

/// Parses texts one after the other, reusing its memory. A value lives until the next text.
class JsonParser
{
public:
    JsonParser();
    ~JsonParser();

    /// `text` must have `spareBytes` of readable memory behind it. `value` is set unless the answer is Unreadable.
    [[nodiscard]] JsonState parse(QByteArrayView text, simdjson::dom::element &value);

    /// Whether the study's reader would take the text.
    [[nodiscard]] bool isJson(QByteArrayView text);

private:
    std::unique_ptr<simdjson::dom::parser> m_parser;
    QByteArray m_mended;
};

/// A text as it can be stored and searched: what is no UTF-8 becomes U+FFFD, NUL a space.
[[nodiscard]] QString searchable(std::string_view utf8);

/// The member of an object if it is a string, else an empty text.
[[nodiscard]] QString stringAt(const simdjson::dom::element &object, std::string_view key);

/// The text of what agents call content: a string, null, or a list of parts; other JSON as its source.
[[nodiscard]] QString contentText(const simdjson::dom::element &content);

/// The same for a member of an object; empty where there is none.
[[nodiscard]] QString contentAt(const simdjson::dom::element &object, std::string_view key);

[[nodiscard]] QString jsonSource(const simdjson::dom::element &value);

} // namespace Decayscope
