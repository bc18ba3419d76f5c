// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace Decayscope {

/// The study's reader takes no text that begins with it.
inline constexpr QByteArrayView byteOrderMark{"\xEF\xBB\xBF"};

/// A piece of a JSON text, in bytes.
struct JsonSpan
{
    qsizetype offset = 0;
    qsizetype length = 0;

    [[nodiscard]] QByteArrayView in(QByteArrayView text) const { return text.sliced(offset, length); }
};

struct JsonMember
{
    QByteArray key; ///< As written between the quotes.
    JsonSpan value;
};

/// Where the outermost pieces of a JSON text lie, found by brackets and quotes alone: it works on a text that breaks
/// off, at any depth of nesting, and says nothing about whether the pieces are JSON themselves.
struct JsonOutline
{
    std::vector<JsonMember> members; ///< Of the outermost object, without the list asked for.
    std::vector<JsonSpan> items; ///< Of the list asked for, or of the outermost list.
    bool hasList = false;
    bool isComplete = false; ///< Nothing is missing, no mark goes before it and nothing but white space follows.
    JsonSpan rest; ///< The item of the list that breaks off; empty where none does.
    JsonMember cut; ///< The member of the object that breaks off; without a key where none does.
};

/// Outlines an object, with the items of its member `listKey`, or a list.
[[nodiscard]] JsonOutline outlineOf(QByteArrayView text, QByteArrayView listKey);

/// The members of the outermost object before and behind a list of it, without a look into the list: its items lie from
/// `listStart` to `listEnd`.
[[nodiscard]] std::vector<JsonMember> membersAround(QByteArrayView text, qsizetype listStart, qsizetype listEnd);

/// The object a text breaks off in, with its open string and itself closed. It has `spareBytes` of room behind it.
[[nodiscard]] QByteArray closedMessage(QByteArrayView rest);

/// A JSON text of the same length in which a strict parser finds less to stumble over.
struct RepairedJson
{
    QByteArray bytes; ///< With `spareBytes` of room behind them.
    bool wasJson = true; ///< Only such things were mended as Python's reader, the study's, takes: NaN, lone surrogates,
                         ///< long numbers.
};

[[nodiscard]] RepairedJson repairedJson(QByteArrayView text);

} // namespace Decayscope
