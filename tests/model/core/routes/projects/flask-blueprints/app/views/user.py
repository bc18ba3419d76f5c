"""Views; it's 'quoted' text."""
from flask import Blueprint, jsonify

from ..auth import login_required

bp = Blueprint('user', __name__, url_prefix='/ignored')


@bp.route('', methods=['GET'])
@login_required
def currentUser(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('', methods=['PUT'])
@login_required
def updateUser(**kwargs):
    return jsonify(text=f"{kwargs['x']}")
