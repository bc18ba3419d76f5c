// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurefile.h"

namespace Decayscope {

/// The metadata of a PDF file as XMP (ISO 16684): title, description, program, time and the provenance.
[[nodiscard]] QByteArray xmpPacket(const FigurePayload &payload, const FigureTitle &title);

} // namespace Decayscope
