// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What nearly every source without widgets reads. Sources include what they use all the same.

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringBuilder>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>
