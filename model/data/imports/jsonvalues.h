// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace simdjson::dom {
class element;
} // namespace simdjson::dom

namespace Decayscope {

/// The member of an object; nothing where there is none, it is null, or `object` is none.
[[nodiscard]] std::optional<simdjson::dom::element> memberAt(
    const simdjson::dom::element &object, std::string_view key);

/// Whether the object has the member and it is not null.
[[nodiscard]] bool hasMember(const simdjson::dom::element &object, std::string_view key);

/// The member if it is a string, as its bytes; a null view otherwise. It lives as long as the parsed text.
[[nodiscard]] std::string_view bytesAt(const simdjson::dom::element &object, std::string_view key);

/// The first member of these names that is a string.
[[nodiscard]] std::optional<QString> firstStringAt(
    const simdjson::dom::element &object, std::initializer_list<std::string_view> keys);

/// A whole number, also one written as a real; nothing for anything else.
[[nodiscard]] std::optional<qint64> wholeAt(const simdjson::dom::element &object, std::string_view key);

/// A whole number that a return code or line can be.
[[nodiscard]] std::optional<int> smallAt(const simdjson::dom::element &object, std::string_view key);

/// A finite number.
[[nodiscard]] std::optional<double> realAt(const simdjson::dom::element &object, std::string_view key);

/// Whether the member is `true`.
[[nodiscard]] bool isTrueAt(const simdjson::dom::element &object, std::string_view key);

/// Milliseconds since 1970 of a member: seconds as a number, or a date in ISO 8601, of which one without a zone is UTC.
[[nodiscard]] std::optional<qint64> timeAt(const simdjson::dom::element &object, std::string_view key);

} // namespace Decayscope
