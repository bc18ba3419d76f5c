// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace simdjson::dom {
class element;
} // namespace simdjson::dom

namespace Decayscope {

/// Adds a part; a text of nothing but white space adds none.
void addPart(TurnContent &turn, PartKind kind, const QString &text);

/// Adds a command, also an empty one: it happened.
TurnPart &addCommand(TurnContent &turn, const QString &tool, const QString &callId, const QString &text);

/// Adds an output, also an empty one.
TurnPart &addOutput(TurnContent &turn, const QString &tool, const QString &callId, const QString &text);

/// Adds an edit with its sentence.
void addEdit(TurnContent &turn, FileEdit edit, const QString &tool, const QString &callId);

/// Adds what agents call content: a string, null, or a list of parts. Texts become parts of `kind`, thinking becomes
/// Reasoning, images are described, and JSON of other types is kept raw.
void addContent(TurnContent &turn, PartKind kind, const simdjson::dom::element &content);

/// The same for a member of an object, where there is one.
void addContentAt(TurnContent &turn, PartKind kind, const simdjson::dom::element &object, std::string_view key);

/// The text of content without its images, and these behind it as parts of the turn.
[[nodiscard]] QString outputText(TurnContent &turn, const simdjson::dom::element &content);

/// Says what an image is by its data URI or address, such as "image/png, 12 KB".
[[nodiscard]] QString imageDescription(std::string_view source);

/// A turn that cannot be understood: its JSON as it is.
void keepRaw(TurnContent &turn, const QString &json);

/// The kind that follows from the parts.
[[nodiscard]] TurnKind kindOfParts(const TurnContent &turn);

} // namespace Decayscope
