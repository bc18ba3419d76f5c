// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "openhandsreader.h"

namespace Decayscope {

/// Reads the folder of events that OpenHands wrote before its SDK, `<session>/events/<number>.json`.
[[nodiscard]] SessionReading readClassicEvents(std::vector<const RawFile *> files);

/// The number of such an event's file; nothing for any other name.
[[nodiscard]] std::optional<qint64> classicEventIndex(QStringView fileName);

} // namespace Decayscope
